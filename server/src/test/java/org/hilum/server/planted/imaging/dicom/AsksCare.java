package org.hilum.server.planted.imaging.dicom;

/** Breaks R7: imaging that depends on a chat. */
public class AsksCare {
  public void take(org.hilum.server.planted.care.Chat chat) {}
}
