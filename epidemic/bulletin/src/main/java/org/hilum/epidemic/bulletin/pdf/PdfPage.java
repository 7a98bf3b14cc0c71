package org.hilum.epidemic.bulletin.pdf;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.content.FailureWords;
import org.hilum.epidemic.bulletin.content.Headlines;
import org.hilum.epidemic.bulletin.content.Parts;
import org.hilum.epidemic.bulletin.content.ProvinceMap;
import org.hilum.epidemic.bulletin.content.Row;
import org.hilum.epidemic.bulletin.content.Title;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;
import org.w3c.dom.Element;

/**
 * A bulletin on paper: the first page in words, then map, table, charts, past errors, limits.
 *
 * <p>Out: tagged PDF, A4, fonts embedded, the same bytes for the same bulletin.
 */
public final class PdfPage {

  /** Places whose charts are printed in a bulletin of all; the table holds every place. */
  private static final int MOST_CHARTED = 12;

  private static final double MAP_MM = 86;

  private final Bulletin bulletin;
  private final Wording wording;
  private final PlaceNames names;
  private final Markup markup = new Markup();
  private final ChartDrawer charts = new ChartDrawer();

  private PdfPage(Bulletin bulletin, Language language) {
    this.bulletin = bulletin;
    this.wording = Wording.in(language);
    this.names =
        PlaceNames.of(language, bulletin.places().stream().map(PlaceReport::name).toList());
  }

  /** The file. */
  public static byte[] of(Bulletin bulletin, Language language) {
    return new PdfPage(bulletin, language).make();
  }

  private byte[] make() {
    var html = markup.root(wording.language().tag());
    var title = Title.of(bulletin, wording, names);
    head(html, title);
    var body = markup.add(html, "body", "");
    markup.add(body, "h1", "", title);
    markup.add(body, "p", "as-of", wording.text(Phrase.AS_OF, wording.date(bulletin.asOf())));
    markup.add(body, "p", "warning", wording.text(Phrase.NOTICE));
    failedSources(body);
    headlines(body);
    if (bulletin.scope().isAll()) {
      maps(body);
      new RankingTable(bulletin, wording, names, markup).addTo(body);
    }
    charts(body);
    var section = new PartSection(markup, charts);
    Parts.of(bulletin, wording, names).forEach(part -> section.addTo(body, part));
    closing(body);
    var identity = title + bulletin.asOf() + wording.language();
    return PdfPrinter.print(
        markup.document(), charts, bulletin.software(), bulletin.asOf(), identity);
  }

  private void head(Element html, String title) {
    var head = markup.add(html, "head", "");
    markup.add(head, "title", "", title);
    meta(head, "description", wording.text(Phrase.AS_OF, wording.date(bulletin.asOf())));
    meta(head, "author", bulletin.software());
    var style = markup.add(head, "style", "");
    style.setAttribute("type", "text/css");
    markup.text(style, sheet());
  }

  private void meta(Element head, String name, String content) {
    var meta = markup.add(head, "meta", "");
    meta.setAttribute("name", name);
    meta.setAttribute("content", content);
  }

  private String sheet() {
    var pages = wording.text(Phrase.PAGE_OF, "\u0001", "\u0002").split("[\u0001\u0002]", -1);
    return read()
        .replace("{notice}", wording.text(Phrase.NOTICE))
        .replace("{page-before}", pages[0])
        .replace("{page-between}", pages[1])
        .replace("{page-after}", pages[2]);
  }

  private static String read() {
    try (var in = PdfPage.class.getResourceAsStream("bulletin.css")) {
      if (in == null) {
        throw new IllegalStateException("no style sheet of the bulletin");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the style sheet", failed);
    }
  }

  private void failedSources(Element body) {
    for (var source : bulletin.sources()) {
      source
          .failure()
          .ifPresent(
              failure ->
                  markup.add(
                      body,
                      "p",
                      "failed",
                      wording.text(
                          Phrase.FAILED_SOURCE,
                          source.name(),
                          wording.date(failure.since()),
                          FailureWords.of(failure, wording))));
    }
  }

  private void headlines(Element body) {
    markup.add(body, "h2", "", wording.text(Phrase.HEADLINE));
    for (var measure : bulletin.measures()) {
      var box = markup.add(body, "div", "headline");
      markup.add(box, "h3", "", wording.measure(measure));
      Headlines.of(bulletin, measure, wording, names)
          .forEach(sentence -> markup.add(box, "p", "", sentence));
    }
  }

  private void maps(Element body) {
    var maps = ProvinceMap.of(bulletin, wording, names);
    if (maps.isEmpty()) {
      return;
    }
    markup.add(body, "h2", "", wording.text(Phrase.MAP));
    var pair = markup.add(body, "div", "pair");
    for (var map : maps) {
      var half = markup.add(pair, "div", "half");
      markup.add(half, "p", "caption", map.heading());
      charts.add(markup, half, map.picture(), MAP_MM);
      key(half, map.keys());
    }
    markup.add(body, "p", "note", wording.text(Phrase.MAP_NOTE));
  }

  private void key(Element parent, List<ProvinceMap.Key> keys) {
    var line = markup.add(parent, "p", "key");
    for (var key : keys) {
      var swatch = markup.add(line, "span", "swatch", "\u25a0");
      Ink.of(key.style()).fill().ifPresent(colour -> colour(swatch, colour));
      markup.add(line, "span", "words", key.words() + " ");
    }
  }

  private static void colour(Element element, Color colour) {
    element.setAttribute("style", String.format("color:#%06x", colour.getRGB() & 0xffffff));
  }

  private void charts(Element body) {
    markup.add(body, "h2", "", wording.text(Phrase.CHARTS));
    markup.add(body, "p", "note", wording.text(Phrase.CHARTS_NOTE));
    var section = new PlaceSection(wording, names, markup, charts);
    var places = shown();
    for (var place : places) {
      section.addTo(body, place, bulletin.scope().isAll());
    }
  }

  private List<PlaceReport> shown() {
    Optional<List<PlaceReport>> ranked =
        bulletin.measures().stream()
            .findFirst()
            .map(measure -> Row.of(bulletin, measure).stream().map(Row::place).toList());
    return ranked.orElse(List.of()).stream().limit(MOST_CHARTED).toList();
  }

  private void closing(Element body) {
    if (!bulletin.remarks().isEmpty()) {
      markup.add(body, "h2", "", wording.text(Phrase.REMARKS_INPUT));
      var remarks = markup.add(body, "div", "remarks");
      bulletin.remarks().forEach(remark -> markup.add(remarks, "p", "", wording.remark(remark)));
    }
    if (!bulletin.sources().isEmpty()) {
      markup.add(body, "h2", "", wording.text(Phrase.SOURCES));
      for (var source : bulletin.sources()) {
        var newest =
            source
                .newest()
                .map(day -> wording.text(Phrase.SOURCE_NEWEST, wording.date(day)))
                .orElseGet(() -> wording.text(Phrase.SOURCE_NONE));
        markup.add(body, "p", "", source.name() + " \u00b7 " + newest);
      }
    }
    markup.add(body, "h2", "", wording.text(Phrase.LIMITS));
    markup.add(body, "p", "", wording.text(Phrase.LIMITS_COUNTS));
    markup.add(body, "p", "", wording.text(Phrase.LIMITS_FORECASTS));
    markup.add(body, "p", "", wording.text(Phrase.LIMITS_INTERVALS));
    markup.add(
        body,
        "p",
        "note",
        wording.text(Phrase.MADE_BY, bulletin.software(), wording.date(bulletin.asOf())));
  }
}
