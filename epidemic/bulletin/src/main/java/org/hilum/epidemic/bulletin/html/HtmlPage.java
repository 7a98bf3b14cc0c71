package org.hilum.epidemic.bulletin.html;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.hilum.epidemic.bulletin.Addresses;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.epidemic.bulletin.content.FailureWords;
import org.hilum.epidemic.bulletin.content.Headlines;
import org.hilum.epidemic.bulletin.content.Parts;
import org.hilum.epidemic.bulletin.content.Title;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;

/**
 * A bulletin as one page: style, charts and the few lines of script inside, nothing fetched.
 *
 * <p>Without script it shows the same, only tables cannot be sorted.
 */
public final class HtmlPage {

  private static final String SCRIPT = read("sort.js");
  private static final String STYLE = read("page.css");

  /** Places whose charts stand on the page of all; the others have pages of their own. */
  private static final int MOST_CHARTED = 12;

  private final Bulletin bulletin;
  private final Wording wording;
  private final Addresses addresses;
  private final Html html = new Html();
  private final PlaceNames names;

  private HtmlPage(Bulletin bulletin, Language language, Addresses addresses) {
    this.bulletin = bulletin;
    this.wording = Wording.in(language);
    this.addresses = addresses;
    this.names =
        PlaceNames.of(language, bulletin.places().stream().map(PlaceReport::name).toList());
  }

  /** The page. */
  public static String of(Bulletin bulletin, Language language, Addresses addresses) {
    return new HtmlPage(bulletin, language, addresses).make();
  }

  /** The page where there is no bulletin yet. */
  public static String none(Language language, String otherLanguage) {
    var wording = Wording.in(language);
    var html = new Html();
    html.doctype().open("html", "lang", language.tag()).open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.element("title", wording.text(Phrase.TITLE)).own("style", STYLE).close();
    html.open("body").open("header").open("p", "class", "ways");
    html.element("a", wording.text(Phrase.HOME), "href", "/");
    html.element("a", wording.text(Phrase.LANGUAGE_LINK), "href", otherLanguage).close();
    html.element("h1", wording.text(Phrase.TITLE)).close();
    html.open("main").open("section");
    html.element("p", wording.text(Phrase.NO_BULLETIN)).close().close();
    html.open("footer").element("p", wording.text(Phrase.NOTICE)).close().close().close();
    return html.toString();
  }

  /** What a content security policy names to let the page's own script run: {@code 'sha256-…'}. */
  public static String scriptHash() {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static String read(String resource) {
    try (var in = HtmlPage.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read " + resource, failed);
    }
  }

  private String make() {
    var ground = new Ground(html, bulletin, wording, names, addresses);
    html.doctype().open("html", "lang", wording.language().tag());
    head();
    html.open("body");
    html.element("a", wording.text(Phrase.SKIP), "class", "skip", "href", "#content");
    scaleButtons();
    header();
    html.open("main", "id", "content");
    failedSources();
    headline();
    if (bulletin.scope().isAll()) {
      MapSection.put(ground);
      RankingSection.put(ground);
    }
    new ChartSection(ground, MOST_CHARTED).put();
    Parts.of(bulletin, wording, names).forEach(part -> PartSection.put(part, html));
    new RemarkSection(ground).put();
    html.close();
    footer();
    html.close().close();
    return html.toString();
  }

  private void head() {
    html.open("head");
    html.single("meta", "charset", "utf-8");
    html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.single("meta", "name", "color-scheme", "content", "light dark");
    html.element("title", Title.of(bulletin, wording, names));
    html.own("style", STYLE);
    html.close();
  }

  /** Stand before all that they switch, so that the style sheet alone can do it. */
  private void scaleButtons() {
    html.single("input", "type", "radio", "name", "scale", "id", "linear", "checked", "checked");
    html.single("input", "type", "radio", "name", "scale", "id", "logarithmic");
  }

  private void header() {
    html.open("header");
    html.open("p", "class", "ways");
    addresses.home().ifPresent(to -> link(to, wording.text(Phrase.HOME), ""));
    addresses.all().ifPresent(to -> link(to, wording.text(Phrase.ALL_LINK), ""));
    addresses
        .otherLanguage()
        .ifPresent(
            to -> link(to, wording.text(Phrase.LANGUAGE_LINK), wording.language().other().tag()));
    html.close();
    html.element("h1", Title.of(bulletin, wording, names));
    html.element("p", wording.text(Phrase.AS_OF, wording.date(bulletin.asOf())), "class", "as-of");
    html.element("p", wording.text(Phrase.NOTICE), "class", "notice");
    sources();
    downloads();
    html.close();
  }

  private void link(String to, String text, String language) {
    html.element("a", text, "href", to, "hreflang", language);
  }

  private void sources() {
    if (addresses.sources().isEmpty()) {
      return;
    }
    html.open("p", "class", "downloads").text(wording.text(Phrase.SOURCES_CHOOSE) + ": ");
    addresses.sources().forEach((name, to) -> link(to, name, ""));
    html.close();
  }

  private void downloads() {
    if (addresses.downloads().isEmpty()) {
      return;
    }
    html.open("p", "class", "downloads").text(wording.text(Phrase.DOWNLOADS) + ": ");
    for (Map.Entry<String, String> download : addresses.downloads().entrySet()) {
      html.element("a", download.getKey(), "href", download.getValue());
    }
    html.close();
  }

  private void failedSources() {
    var failed =
        bulletin.sources().stream().filter(source -> source.failure().isPresent()).toList();
    if (failed.isEmpty()) {
      return;
    }
    html.open("section", "class", "failed", "role", "alert");
    html.element("h2", wording.text(Phrase.FAILED_SOURCES));
    for (var source : failed) {
      var failure = source.failure().orElseThrow();
      html.element(
          "p",
          wording.text(
              Phrase.FAILED_SOURCE,
              source.name(),
              wording.date(failure.since()),
              FailureWords.of(failure, wording)));
    }
    html.close();
  }

  private void headline() {
    html.open("section", "class", "headline", "aria-labelledby", "headline");
    html.element("h2", wording.text(Phrase.HEADLINE), "id", "headline");
    html.open("div", "class", "measures");
    for (var measure : bulletin.measures()) {
      html.open("div");
      html.element("h3", wording.measure(measure));
      List<String> sentences = Headlines.of(bulletin, measure, wording, names);
      sentences.forEach(sentence -> html.element("p", sentence));
      html.close();
    }
    html.close().close();
  }

  private void footer() {
    html.open("footer");
    html.element(
        "p", wording.text(Phrase.MADE_BY, bulletin.software(), wording.date(bulletin.asOf())));
    html.element("p", wording.text(Phrase.NOTICE));
    html.close();
    html.own("script", SCRIPT);
  }
}
