package org.hilum.epidemic.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hilum.epidemic.bulletin.Addresses;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.BulletinFiles;
import org.hilum.epidemic.bulletin.BulletinPage;
import org.hilum.epidemic.bulletin.Language;
import org.hilum.epidemic.bulletin.PlaceReport;
import org.hilum.platform.access.AuditEntry.Action;
import org.hilum.platform.access.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of the newest bulletin. */
@RestController
public class PageController extends BulletinProblems {

  /** The page's own style and script, and nothing from elsewhere. */
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; script-src "
          + BulletinPage.scriptHash()
          + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

  private final BulletinDoor door;

  public PageController(BulletinDoor door) {
    this.door = door;
  }

  /** The page of a source and a place; the first source and all places where none is named. */
  @GetMapping("/epidemic")
  @PreAuthorize("hasAuthority('VIEW_EPIDEMIC')")
  public ResponseEntity<String> page(
      @AuthenticationPrincipal Person person,
      @RequestParam(name = "source", required = false) @Nullable String source,
      @RequestParam(name = "place", required = false) @Nullable String place,
      @RequestParam(name = "language", required = false) @Nullable String language,
      HttpServletRequest request)
      throws BulletinRefusal, IOException {
    var spoken = Languages.of(language, request);
    var sources = door.desk().bulletins();
    if (source == null && sources.isEmpty()) {
      return answer(BulletinPage.none(spoken, at(Map.of("language", spoken.other().tag()))));
    }
    var chosen = source == null ? sources.getFirst() : source;
    var bulletin = door.bulletin(chosen, place);
    door.record(person, request, Action.VIEW, true, "bulletin " + chosen);
    var addresses = addresses(chosen, sources, bulletin, spoken);
    return answer(BulletinPage.of(bulletin, spoken, addresses));
  }

  private static ResponseEntity<String> answer(String page) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .body(page);
  }

  private static Addresses addresses(
      String source, List<String> sources, Bulletin bulletin, Language language) {
    var all = new TreeMap<String, String>();
    all.put("source", source);
    all.put("language", language.tag());
    var other = new TreeMap<>(all);
    other.put("language", language.other().tag());
    bulletin.scope().place().ifPresent(place -> other.put("place", place));
    var places = new TreeMap<String, String>();
    if (bulletin.scope().isAll()) {
      for (PlaceReport place : bulletin.places()) {
        var one = new TreeMap<>(all);
        one.put("place", place.name());
        places.put(place.name(), at(one));
      }
    }
    var others = new LinkedHashMap<String, String>();
    for (var each : sources) {
      others.put(each, at(Map.of("source", each, "language", language.tag())));
    }
    return new Addresses(
        Optional.of("/"),
        bulletin.scope().isAll() ? Optional.empty() : Optional.of(at(all)),
        Optional.of(at(other)),
        downloads(source, bulletin),
        places,
        sources.size() > 1 ? others : Map.of());
  }

  private static Map<String, String> downloads(String source, Bulletin bulletin) {
    var query = bulletin.scope().place().map(place -> "?place=" + encoded(place)).orElse("");
    var base = "/api/epidemic/" + source + "/";
    var downloads = new LinkedHashMap<String, String>();
    downloads.put("PDF English", base + BulletinFiles.report(Language.ENGLISH) + query);
    downloads.put("PDF 中文", base + BulletinFiles.report(Language.CHINESE) + query);
    downloads.put("JSON", base + BulletinFiles.JSON + query);
    downloads.put("CSV", base + BulletinFiles.FORECASTS);
    return downloads;
  }

  private static String at(Map<String, String> parameters) {
    var address = new StringBuilder("/epidemic");
    char before = '?';
    for (var parameter : new TreeMap<>(parameters).entrySet()) {
      address.append(before).append(parameter.getKey()).append('=');
      address.append(encoded(parameter.getValue()));
      before = '&';
    }
    return address.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
