package org.hilum.imaging.dicom;

import java.net.SocketAddress;

/**
 * What a C-STORE request says of the object that follows (PS3.7 9.3.1.1).
 *
 * @param transferSyntax of the presentation context, in which the data set comes and is kept
 * @param callingTitle application entity title of the sender
 * @param calledTitle the title it called us by
 * @param messageId of the request, 0 to 65535
 * @param association over which it comes, unique within this process
 * @param peer where the association comes from
 */
public record ReceivedObject(
    Uid sopClass,
    Uid sopInstance,
    Uid transferSyntax,
    String callingTitle,
    String calledTitle,
    int messageId,
    long association,
    SocketAddress peer) {

  /** What stands before the data set in a file: preamble and file meta information (PS3.10 7.1). */
  public byte[] fileOpening() {
    return DicomWriter.opening(
        DicomWriter.fileMeta(sopClass, sopInstance, transferSyntax).toBuilder()
            .text(Tag.SOURCE_APPLICATION_ENTITY_TITLE, Vr.AE, callingTitle)
            .build());
  }
}
