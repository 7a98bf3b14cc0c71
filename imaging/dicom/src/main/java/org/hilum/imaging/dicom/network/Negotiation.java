package org.hilum.imaging.dicom.network;

import java.util.LinkedHashMap;
import java.util.Optional;
import org.hilum.imaging.dicom.AssociationPolicy;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.network.AssociateAccept.AnsweredContext;

/** Holds a request for an association against the policy (PS3.8 7.1.1). */
record Negotiation(AssociationPolicy policy) {

  /** The plainest transfer syntax, which stands where a refused context must name one. */
  private static final String OF_NO_MEANING = "1.2.840.10008.1.2";

  /** Why there can be no association at all; empty where there can be one. */
  Optional<AssociateReject> refusal(AssociateRequest request) {
    if ((request.protocolVersion() & 1) == 0) {
      return Optional.of(AssociateReject.PROTOCOL_VERSION_NOT_SUPPORTED);
    }
    if (!request.applicationContext().equals(AssociateRequest.DICOM)) {
      return Optional.of(AssociateReject.APPLICATION_CONTEXT_NOT_SUPPORTED);
    }
    if (!policy.isCalled(request.calledTitle())) {
      return Optional.of(AssociateReject.CALLED_TITLE_NOT_RECOGNIZED);
    }
    return policy.mayCall(request.callingTitle(), request.calledTitle())
        ? Optional.empty()
        : Optional.of(AssociateReject.CALLING_TITLE_NOT_RECOGNIZED);
  }

  /** Which contexts we take. */
  AssociateAccept accept(AssociateRequest request, int mostPduBytes) {
    var answers = new LinkedHashMap<Integer, AnsweredContext>();
    request.contexts().forEach((number, context) -> answers.put(number, answer(context)));
    var user = UserInformation.ours(mostPduBytes).answering(request.user());
    return new AssociateAccept(request.calledTitle(), request.callingTitle(), answers, user);
  }

  private AnsweredContext answer(ProposedContext context) {
    if (!policy.serves(context.abstractSyntax())) {
      return new AnsweredContext(AssociateAccept.ABSTRACT_SYNTAX_NOT_SUPPORTED, OF_NO_MEANING);
    }
    return policy
        .choose(context.abstractSyntax(), context.transferSyntaxes())
        .map(chosen -> new AnsweredContext(AssociateAccept.ACCEPTED, chosen))
        .orElse(
            new AnsweredContext(AssociateAccept.TRANSFER_SYNTAXES_NOT_SUPPORTED, OF_NO_MEANING));
  }
}
