package org.hilum.imaging.intake;

import java.util.Locale;

/**
 * Who hands something in.
 *
 * @param institution code of the institution whose patients these are
 * @param title application entity title, account or folder
 * @param transfer tells one association, request or upload from another; what is handed in by one
 *     transfer is known to be whole when that ends
 */
public record Sender(String institution, String title, Channel channel, String transfer) {

  /** For people to trace: {@code dimse:CT1}. */
  public String source() {
    return channel.name().toLowerCase(Locale.ROOT) + ":" + title;
  }
}
