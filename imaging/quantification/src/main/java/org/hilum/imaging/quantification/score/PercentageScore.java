package org.hilum.imaging.quantification.score;

import java.util.Map;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Region;

/**
 * What percentage of both lungs is opacity (PO) or high opacity (PHO), as Chaganti 2020 names it.
 *
 * <p>Source: Chaganti 2020, doi:10.1148/ryai.2020200048, arXiv 2006.04998. <br>
 * Limits: all opacity counts, also specks too small to be a lesion. The lobe scores of the same
 * paper (LSS, LHOS) are not given: their cuts could not be read in the source.
 */
public final class PercentageScore implements Score {
  private static final double HUNDRED_PERCENT = 100;

  private final Code code;
  private final Quantity quantity;

  private PercentageScore(Code code, Quantity quantity) {
    this.code = code;
    this.quantity = quantity;
  }

  /** PO: opacity over lung. */
  public static PercentageScore ofOpacity() {
    return new PercentageScore(Code.PERCENTAGE_OF_OPACITY, Quantity.OPACITY_PERCENT);
  }

  /** PHO: opacity above -200 HU over lung. */
  public static PercentageScore ofHighOpacity() {
    return new PercentageScore(Code.PERCENTAGE_OF_HIGH_OPACITY, Quantity.HIGH_OPACITY_PERCENT);
  }

  @Override
  public SeverityScore of(ScoreInputs inputs) {
    var percent = inputs.of(Region.LUNGS, quantity);
    return new SeverityScore(
        code.concept().meaning(),
        percent,
        0,
        HUNDRED_PERCENT,
        Map.of(Region.LUNGS.name() + " " + quantity.key(), percent),
        "doi:10.1148/ryai.2020200048");
  }
}
