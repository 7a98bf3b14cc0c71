package org.hilum.epidemic.bulletin.html;

import org.hilum.epidemic.bulletin.wording.Phrase;

/**
 * What is unusual about the input as a whole, where it came from, and what nobody should read in.
 */
final class RemarkSection {

  private final Ground ground;

  RemarkSection(Ground ground) {
    this.ground = ground;
  }

  void put() {
    var html = ground.html();
    var bulletin = ground.bulletin();
    html.open("section", "aria-labelledby", "limits");
    if (!bulletin.remarks().isEmpty()) {
      ground.heading("remarks", ground.wording().text(Phrase.REMARKS_INPUT));
      html.open("ul", "class", "remarks");
      for (var remark : bulletin.remarks()) {
        html.open("li").element("code", remark.reason().code());
        html.text(" " + ground.wording().remark(remark)).close();
      }
      html.close();
    }
    if (!bulletin.sources().isEmpty()) {
      ground.heading("sources", ground.wording().text(Phrase.SOURCES));
      html.open("ul");
      for (var source : bulletin.sources()) {
        var newest =
            source
                .newest()
                .map(day -> ground.wording().text(Phrase.SOURCE_NEWEST, ground.wording().date(day)))
                .orElseGet(() -> ground.wording().text(Phrase.SOURCE_NONE));
        html.element("li", source.name() + " \u00b7 " + newest);
      }
      html.close();
    }
    ground.heading("limits", ground.wording().text(Phrase.LIMITS));
    html.open("ul");
    html.element("li", ground.wording().text(Phrase.LIMITS_COUNTS));
    html.element("li", ground.wording().text(Phrase.LIMITS_FORECASTS));
    html.element("li", ground.wording().text(Phrase.LIMITS_INTERVALS));
    html.close().close();
  }
}
