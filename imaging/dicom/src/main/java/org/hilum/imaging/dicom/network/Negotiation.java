package org.hilum.imaging.dicom.network;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.dicom.AssociationPolicy;
import org.hilum.imaging.dicom.CallingPeer;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.InformationModel;
import org.hilum.imaging.dicom.PolicyAwayException;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.StoragePolicy;
import org.hilum.imaging.dicom.TransferSyntax;
import org.hilum.imaging.dicom.network.AssociateAccept.AnsweredContext;

/** Holds a request for an association against the policy (PS3.8 7.1.1). */
record Negotiation(AssociationPolicy policy, DicomServices services) {

  /** The plainest transfer syntax, which stands where a refused context must name one. */
  private static final String OF_NO_MEANING = "1.2.840.10008.1.2";

  /** In which identifiers of queries are read and written. */
  private static final Set<String> PLAIN =
      Set.of(
          TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());

  /** Why there can be no association at all; empty where there can be one. */
  Optional<AssociateReject> refusal(AssociateRequest request, CallingPeer peer) {
    if ((request.protocolVersion() & 1) == 0) {
      return Optional.of(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
    }
    if (!request.applicationContext().equals(AssociateRequest.DICOM)) {
      return Optional.of(AssociateReject.APPLICATION_CONTEXT_NOT_SUPPORTED);
    }
    if (!policy.isCalled(request.calledTitle())) {
      return Optional.of(AssociateReject.CALLED_TITLE_NOT_RECOGNIZED);
    }
    try {
      return policy.mayCall(request.callingTitle(), request.calledTitle(), peer)
          ? Optional.empty()
          : Optional.of(AssociateReject.CALLING_TITLE_NOT_RECOGNIZED);
    } catch (PolicyAwayException away) {
      return Optional.of(AssociateReject.TEMPORARY_CONGESTION);
    }
  }

  /** Which contexts we take. */
  AssociateAccept accept(AssociateRequest request, int mostPduBytes) {
    var answers = new LinkedHashMap<Integer, AnsweredContext>();
    request.contexts().forEach((number, context) -> answers.put(number, answer(context)));
    var user = UserInformation.ours(mostPduBytes).answering(request.user(), this::sendsBack);
    return new AssociateAccept(request.calledTitle(), request.callingTitle(), answers, user);
  }

  /** Whether we may be the user of a class: of storage, for what C-GET asks for. */
  private boolean sendsBack(String abstractSyntax) {
    return services.retrieve().isPresent()
        && InformationModel.of(abstractSyntax).isEmpty()
        && !abstractSyntax.equals(StoragePolicy.VERIFICATION)
        && policy.serves(abstractSyntax);
  }

  private AnsweredContext answer(ProposedContext context) {
    var model = InformationModel.of(context.abstractSyntax()).filter(this::provides);
    if (model.isPresent()) {
      return answered(context.transferSyntaxes().stream().filter(PLAIN::contains).findFirst());
    }
    if (!policy.serves(context.abstractSyntax())) {
      return new AnsweredContext(AssociateAccept.ABSTRACT_SYNTAX_NOT_SUPPORTED, OF_NO_MEANING);
    }
    return answered(policy.choose(context.abstractSyntax(), context.transferSyntaxes()));
  }

  private boolean provides(InformationModel model) {
    return switch (model.operation()) {
      case FIND -> services.query().isPresent();
      case MOVE, GET -> services.retrieve().isPresent();
    };
  }

  private static AnsweredContext answered(Optional<String> chosen) {
    return chosen
        .map(syntax -> new AnsweredContext(AssociateAccept.ACCEPTED, syntax))
        .orElse(
            new AnsweredContext(AssociateAccept.TRANSFER_SYNTAXES_NOT_SUPPORTED, OF_NO_MEANING));
  }
}
