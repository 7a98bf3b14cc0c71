package org.hilum.imaging.reporting.keypage;

import org.hilum.imaging.reporting.keypage.Sheet.Style;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;

/** Letters of the key page. */
final class KeyStyles {

  static final Style TITLE = new Style(34, Weight.BOLD, Sheet.INK);
  static final Style LARGE = new Style(54, Weight.BOLD, Sheet.ACCENT);
  static final Style CATEGORY = new Style(22, Weight.BOLD, Sheet.INK);
  static final Style HEADING = new Style(19, Weight.BOLD, Sheet.ACCENT);
  static final Style TEXT = new Style(18, Weight.REGULAR, Sheet.INK);
  static final Style BOLD = new Style(18, Weight.BOLD, Sheet.INK);
  static final Style SMALL = new Style(16, Weight.REGULAR, Sheet.QUIET);
  static final Style WARNING = new Style(17, Weight.BOLD, Sheet.WARNING);
  static final Style TINY = new Style(14.5, Weight.REGULAR, Sheet.QUIET);

  private KeyStyles() {}
}
