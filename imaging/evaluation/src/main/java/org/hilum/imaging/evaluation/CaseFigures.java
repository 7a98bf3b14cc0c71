package org.hilum.imaging.evaluation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hilum.imaging.evaluation.statistics.Share;

/** The numbers of one case; what is not known is not there. */
public final class CaseFigures {

  private final Map<Figure, Share> shares = new EnumMap<>(Figure.class);

  private CaseFigures() {}

  /** What is known of a figure. */
  Optional<Share> share(Figure figure) {
    return Optional.ofNullable(shares.get(figure));
  }

  /** The value of a figure; empty when it is not known. */
  public OptionalDouble value(Figure figure) {
    var share = shares.get(figure);
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share.value());
  }

  /** Of how many, for a share of countable things; empty for a plain value. */
  public OptionalDouble whole(Figure figure) {
    var share = shares.get(figure);
    return share == null ? OptionalDouble.empty() : OptionalDouble.of(share.whole());
  }

  /** Gathers figures. */
  static final class Builder {

    private final CaseFigures figures = new CaseFigures();

    Builder put(Figure figure, double value) {
      figures.shares.put(figure, Share.of(value));
      return this;
    }

    Builder put(Figure figure, OptionalDouble value) {
      value.ifPresent(known -> put(figure, known));
      return this;
    }

    Builder putShare(Figure figure, long part, long whole) {
      if (whole > 0) {
        figures.shares.put(figure, new Share(part, whole));
      }
      return this;
    }

    CaseFigures build() {
      return figures;
    }
  }
}
