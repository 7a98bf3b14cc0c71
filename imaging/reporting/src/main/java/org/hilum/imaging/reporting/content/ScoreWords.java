package org.hilum.imaging.reporting.content;

import java.util.ArrayList;
import java.util.Arrays;
import org.hilum.imaging.quantification.Measurement.Measured;
import org.hilum.imaging.quantification.Quantity;
import org.hilum.imaging.quantification.SeverityScore;
import org.hilum.imaging.reporting.wording.Numbers;
import org.hilum.imaging.reporting.wording.Phrase;
import org.hilum.imaging.reporting.wording.Wording;
import org.hilum.imaging.vocabulary.Region;

/** A published score in words: its value, and what went in. */
public record ScoreWords(SeverityScore score, Wording wording) {

  private static final int DECIMALS = 1;

  /** How the quantification names the share of a region that lesions fill. */
  private static final String LESION_SHARE = "lesion %";

  /** The value, or that it was not measured. */
  public String value() {
    return score.value() instanceof Measured measured
        ? Numbers.shortest(measured.value(), DECIMALS)
        : wording.text(Phrase.SUMMARY_NOT_MEASURED);
  }

  /** Each input by its name and number; those that were not measured are left out. */
  public String inputs() {
    var inputs = new ArrayList<String>();
    if (score.inputs().keySet().stream().anyMatch(name -> name.endsWith(LESION_SHARE))) {
      inputs.add(wording.text(Phrase.INPUT_LESION_PERCENT));
    }
    score
        .inputs()
        .forEach(
            (name, input) -> {
              if (input instanceof Measured measured) {
                inputs.add(name(name) + " " + Numbers.shortest(measured.value(), DECIMALS));
              }
            });
    boolean onlyHeading = score.inputs().values().stream().noneMatch(Measured.class::isInstance);
    return onlyHeading ? "" : String.join("  \u00b7  ", inputs);
  }

  /** A key as {@code LUL lesion %} or {@code LUNGS opacityPercent}, word by word. */
  private String name(String key) {
    int space = key.indexOf(' ');
    var first = space < 0 ? key : key.substring(0, space);
    var rest = space < 0 ? "" : key.substring(space + 1);
    return Arrays.stream(Region.values())
        .filter(region -> region.name().equals(first))
        .map(region -> (wording.region(region) + " " + quantity(rest)).strip())
        .findFirst()
        .orElseGet(() -> quantity(key));
  }

  private String quantity(String key) {
    // What every input of a sum over regions is goes without saying beside a row of regions.
    if (key.equals(LESION_SHARE)) {
      return "";
    }
    return Arrays.stream(Quantity.values())
        .filter(quantity -> quantity.key().equals(key))
        .map(wording::quantity)
        .findFirst()
        .orElse(key);
  }
}
