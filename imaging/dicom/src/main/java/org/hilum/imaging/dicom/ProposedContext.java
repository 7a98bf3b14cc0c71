package org.hilum.imaging.dicom;

import java.util.List;

/** A SOP class and the transfer syntaxes it is offered in (a presentation context, PS3.8 7.1.1). */
public record ProposedContext(String abstractSyntax, List<String> transferSyntaxes) {

  public ProposedContext {
    transferSyntaxes = List.copyOf(transferSyntaxes);
  }

  /** Verification, for C-ECHO. */
  public static ProposedContext verification() {
    return new ProposedContext(
        StoragePolicy.VERIFICATION, List.of(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid()));
  }

  /** For queries and retrievals. */
  public static ProposedContext of(InformationModel model) {
    return new ProposedContext(
        model.uid(),
        List.of(
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(),
            TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid()));
  }

  /** What an object needs to be sent as it is. */
  public static ProposedContext of(SendableObject object) {
    return new ProposedContext(object.sopClass().value(), List.of(object.transferSyntax().value()));
  }
}
