package org.hilum.imaging.comparison.alignment;

import java.util.List;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.comparison.Alignment;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.comparison.DatedReading;
import org.hilum.imaging.vocabulary.Reason;

/** The steps from two readings to the movement between their lungs. */
public final class LungRegistration {

  /** Side of the finest cubes on which images are matched, in mm. */
  private static final double FINEST_MM = 2.5;

  /** Room around the lungs, in mm, in which the movement dies away. */
  private static final double MARGIN_MM = 20;

  /** Lattices are halved twice. */
  private static final int MULTIPLE = 4;

  /** Halvings of time for the movement that is given out. */
  private static final int SQUARINGS = 7;

  /** Part of the lungs that both scans cover when neither is cut off. */
  private static final double ALL_SEEN = 0.97;

  /** What the steps before the deformation take, of all; what is done after it. */
  private static final double BEFORE = 0.3;

  private static final double AFTER = 0.1;

  /**
   * What came of it.
   *
   * @param movement from prior to current
   * @param seen part of all lung of both dates that both scans cover, 0 to 1
   * @param likeness correlation of the contrast of vessels and fissures in both lungs, -1 to 1
   * @param unevenness standard deviation, over the lungs, of the logarithm of the expansion
   */
  public record Registered(Alignment movement, double seen, double likeness, double unevenness) {}

  private final ReducedScan priorScan;
  private final ReducedScan currentScan;
  private final LungExtent priorLungs;
  private final LungExtent currentLungs;

  private LungRegistration(DatedReading prior, DatedReading current) {
    this.priorScan = ReducedScan.of(prior, FINEST_MM);
    this.currentScan = ReducedScan.of(current, FINEST_MM);
    this.priorLungs = LungExtent.of(priorScan);
    this.currentLungs = LungExtent.of(currentScan);
  }

  /** Lays the lungs on each other; both dates have some. */
  public static Registered register(
      DatedReading prior, DatedReading current, DoubleConsumer progress) {
    return new LungRegistration(prior, current).run(progress);
  }

  private Registered run(DoubleConsumer progress) {
    progress.accept(BEFORE / 3);
    var frame = new AffineSearch(priorScan, currentScan, priorLungs, currentLungs).find();
    var prepared = prepared(frame);
    progress.accept(BEFORE);
    var velocity =
        new Deformation(
                prepared.prior,
                prepared.current,
                part -> progress.accept(BEFORE + (1 - BEFORE - AFTER) * part))
            .find();
    var flows = Flows.of(velocity, prepared.prior.lattice().halved(), SQUARINGS);
    double likeness =
        Likeness.of(
            Warp.of(prepared.prior, flows.priorHalf()),
            Warp.of(prepared.current, flows.currentHalf()));
    return finished(frame, flows, prepared.meter, likeness);
  }

  /** What is matched, and what the result is judged by. */
  private record Prepared(LungImage prior, LungImage current, QualityMeter meter) {}

  private Prepared prepared(MiddleFrame frame) {
    var lattice = frame.lattice(priorLungs, currentLungs, FINEST_MM, MARGIN_MM, MULTIPLE);
    var prior = SampledLungs.of(priorScan, frame.toPrior(), lattice);
    var current = SampledLungs.of(currentScan, frame.toCurrent(), lattice);
    return new Prepared(
        LungImage.of(prior),
        LungImage.of(current),
        new QualityMeter(prior.halved(), current.halved(), frame));
  }

  private Registered finished(MiddleFrame frame, Flows flows, QualityMeter meter, double likeness) {
    var walk = meter.walk(flows);
    var after = meter.fit(flows.priorHalf(), flows.currentHalf());
    var movement =
        new LungMovement(
            frame,
            new OneWay(frame.toPrior(), frame.toCurrent(), flows.forth()),
            new OneWay(frame.toCurrent(), frame.toPrior(), flows.back()),
            priorLungs,
            currentLungs,
            FINEST_MM,
            meter.quality(after, walk),
            remarks(after.seen()));
    return new Registered(movement, after.seen(), likeness, walk.unevenness());
  }

  private static List<Reason> remarks(double seen) {
    return seen > ALL_SEEN
        ? List.of()
        : List.of(
            Reason.of(ComparisonReason.OTHER_COVERAGE, ComparisonReason.OTHER_COVERAGE.meaning()));
  }
}
