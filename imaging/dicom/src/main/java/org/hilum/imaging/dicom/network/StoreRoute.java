package org.hilum.imaging.dicom.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.TransferSyntax;

/** In which of the contexts agreed on, and so in which transfer syntax, an object is sent. */
record StoreRoute(int context, String transferSyntax) {

  private static final int MOST_CONTEXTS = 128;

  /** What an object may be encoded anew in, uncompressed where need be. */
  private static final List<String> WRITTEN =
      List.of(
          TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN.uid());

  /**
   * The best route: the file's own transfer syntax where it was agreed on.
   *
   * @param mayUse whether we may be the user of a context
   */
  static Optional<StoreRoute> of(
      SendableObject object,
      AssociateRequest request,
      AssociateAccept accept,
      IntPredicate mayUse) {
    var own = object.transferSyntax().value();
    return request.contexts().entrySet().stream()
        .filter(each -> each.getValue().abstractSyntax().equals(object.sopClass().value()))
        .map(Map.Entry::getKey)
        .filter(mayUse::test)
        .flatMap(number -> agreed(number, accept).stream())
        .filter(route -> route.isFor(object))
        .min(Comparator.comparing(route -> !route.transferSyntax.equals(own)));
  }

  private static Optional<StoreRoute> agreed(int number, AssociateAccept accept) {
    return Optional.ofNullable(accept.contexts().get(number))
        .filter(AssociateAccept.AnsweredContext::isAccepted)
        .map(answer -> new StoreRoute(number, answer.transferSyntax()));
  }

  private boolean isFor(SendableObject object) {
    return transferSyntax.equals(object.transferSyntax().value())
        || object.canBeEncodedAnew() && WRITTEN.contains(transferSyntax);
  }

  /** What to offer so that each object has a route, those as they lie on disk before all others. */
  static List<ProposedContext> offersFor(List<SendableObject> objects) {
    var offers = new LinkedHashSet<ProposedContext>();
    objects.forEach(object -> offers.add(ProposedContext.of(object)));
    objects.stream()
        .filter(SendableObject::canBeEncodedAnew)
        .forEach(each -> offers.add(new ProposedContext(each.sopClass().value(), WRITTEN)));
    var all = new ArrayList<>(offers);
    return all.subList(0, Math.min(all.size(), MOST_CONTEXTS));
  }
}
