package org.hilum.epidemic.economy.gap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.epidemic.economy.Quarter;

/**
 * What full stringency may cost in a quarter whose output is not known yet.
 *
 * <p>The last strong quarter known of one's own counts; before there is one, the first of those
 * struck earlier; before that half a published estimate, anything between nothing and all of it
 * being open until a figure bears it out; and before that what little measures cost.
 *
 * @param own the country's or group's own strong quarters
 * @param others those of countries struck earlier
 * @param estimate a published estimate, percent of output at full stringency
 */
record ElasticityOutlook(StrongQuarters own, List<StrongQuarters> others, OptionalDouble estimate) {

  /** The elasticity in a quarter; empty when nothing at all is known. */
  Optional<Elasticity> in(Quarter quarter) {
    int seen = Math.max(1, own.known().size());
    int later = Math.max(0, own.countUntil(quarter) - seen);
    return start().map(first -> first.after(later, adaptation(seen)));
  }

  private Adaptation adaptation(int seen) {
    List<Double> seenKept = new ArrayList<>();
    if (!own.kept().isEmpty()) {
      seenKept.add(own.kept().getLast());
    }
    for (StrongQuarters other : others) {
      List<Double> theirs = other.kept();
      if (!theirs.isEmpty()) {
        seenKept.add(theirs.get(Math.min(seen, theirs.size()) - 1));
      }
    }
    return Adaptation.seen(seenKept);
  }

  /** The elasticity of the first quarter it is needed for; empty when nothing is known. */
  Optional<Elasticity> start() {
    List<Double> known = own.known();
    List<Double> firsts =
        others.stream().flatMap(other -> other.known().stream().limit(1)).toList();
    List<Double> beside = new ArrayList<>(own.weak());
    estimate.ifPresent(beside::add);
    if (!known.isEmpty()) {
      return Optional.of(new Elasticity(known.getLast(), 0));
    }
    if (!firsts.isEmpty()) {
      double mean = firsts.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      return Optional.of(Elasticity.around(mean, beside));
    }
    if (estimate.isPresent()) {
      return Optional.of(Elasticity.around(estimate.getAsDouble() / 2, List.of(0.0)));
    }
    return own.weak().isEmpty()
        ? Optional.empty()
        : Optional.of(Elasticity.around(own.weak().getLast(), List.of(0.0)));
  }
}
