package org.hilum.imaging.archive.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hilum.imaging.archive.ArchiveKey;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.archive.QueryRefusedException;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Reason;

/**
 * What a QIDO-RS request asks for (PS3.18 8.3.4, 10.6.1).
 *
 * @param included tags to be told beyond those of the level
 * @param isAll whether everything is to be told
 * @param most results of one answer
 */
record SearchRequest(
    QueryLevel level,
    List<MatchingKey> keys,
    Set<Integer> included,
    boolean isAll,
    boolean isFuzzy,
    int offset,
    int most) {

  /** A page of studies fills many screens; a series of five thousand slices is rare. */
  private static final int MOST_STUDIES = 1000;

  private static final int MOST_OTHERS = 5000;
  private static final int MOST_PARAMETERS = 64;

  /** Say how the answer is to be written, not what is looked for. */
  private static final Set<String> OF_FORM = Set.of("accept", "charset", "includefield");

  private static final Map<String, Integer> BY_KEYWORD =
      Arrays.stream(ArchiveKey.values())
          .collect(Collectors.toMap(key -> Tag.keyword(key.tag()).orElseThrow(), ArchiveKey::tag));

  /**
   * Reads it.
   *
   * @param place keys that the address names
   */
  static SearchRequest of(
      QueryLevel level, List<MatchingKey> place, Map<String, String[]> parameters) {
    if (parameters.size() > MOST_PARAMETERS) {
      throw DicomWebException.malformed("more conditions than a search has", "");
    }
    var keys = new ArrayList<>(place);
    var unknown = new ArrayList<Reason>();
    int mostOfLevel = level == QueryLevel.STUDY ? MOST_STUDIES : MOST_OTHERS;
    boolean isFuzzy = false;
    int offset = 0;
    int most = mostOfLevel;
    for (var parameter : parameters.entrySet()) {
      var value = String.join(",", parameter.getValue());
      switch (parameter.getKey()) {
        case "fuzzymatching" -> isFuzzy = isTrue(value);
        case "limit" -> most = Math.clamp(number("limit", value), 1, mostOfLevel);
        case "offset" -> offset = number("offset", value);
        default -> {
          if (!OF_FORM.contains(parameter.getKey())) {
            key(parameter.getKey(), value, keys, unknown);
          }
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new QueryRefusedException(unknown);
    }
    var fields = fields(parameters.getOrDefault("includefield", new String[0]));
    keys.forEach(key -> fields.add(key.tag()));
    return new SearchRequest(level, keys, fields, fields.contains(0), isFuzzy, offset, most);
  }

  private static void key(String name, String value, List<MatchingKey> keys, List<Reason> unknown) {
    var tag = tag(name);
    if (tag.isPresent()) {
      keys.add(new MatchingKey(tag.get(), listed(tag.get(), value)));
    } else {
      unknown.add(
          new Reason(
              ArchiveReason.NOT_A_KEY,
              "the archive cannot be searched by this attribute: leave it out",
              name.length() > 64 ? name.substring(0, 64) : name));
    }
  }

  /** Commas part UIDs and codes; in names and descriptions they are text. */
  private static String listed(int tag, String value) {
    var vr = ArchiveKey.of(tag).map(ArchiveKey::vr).orElse(Vr.LO);
    return vr == Vr.UI || vr == Vr.CS ? value.replace(',', '\\') : value;
  }

  private static Optional<Integer> tag(String name) {
    return name.matches("[0-9A-Fa-f]{8}")
        ? Optional.of(Integer.parseUnsignedInt(name, 16))
        : Optional.ofNullable(BY_KEYWORD.get(name));
  }

  /** Tags named, and 0 for all; what is not known here cannot be told and is passed over. */
  private static Set<Integer> fields(String[] values) {
    var fields = new HashSet<Integer>();
    for (var value : values) {
      for (var name : value.split(",")) {
        if (name.strip().toLowerCase(Locale.ROOT).equals("all")) {
          fields.add(0);
        } else {
          tag(name.strip()).ifPresent(fields::add);
        }
      }
    }
    return fields;
  }

  private static boolean isTrue(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw DicomWebException.malformed("true or false is needed", "fuzzymatching");
    };
  }

  private static int number(String name, String value) {
    if (!value.matches("[0-9]{1,9}")) {
      throw DicomWebException.malformed("a whole number from 0 on is needed", name);
    }
    return Integer.parseInt(value);
  }

  /** The query, which asks for one more, to know whether there are more. */
  ArchiveQuery query(Visibility visibility) {
    return new ArchiveQuery(level, keys, isFuzzy, offset, most + 1, visibility);
  }

  /** Whether an attribute of what was found is told. */
  boolean isTold(int tag) {
    if (isAll || included.contains(tag)) {
      return true;
    }
    var key = ArchiveKey.of(tag);
    return key.isEmpty() || key.get().vr() == Vr.UI || isOfUnnamedLevel(key.get().level());
  }

  /**
   * Attributes of a study are told of its series only where the address does not name the study.
   */
  private boolean isOfUnnamedLevel(QueryLevel of) {
    return switch (of) {
      case PATIENT, STUDY -> level == QueryLevel.STUDY || !names(Tag.STUDY_INSTANCE_UID);
      case SERIES -> level == QueryLevel.SERIES || !names(Tag.SERIES_INSTANCE_UID);
      case INSTANCE -> true;
    };
  }

  private boolean names(int tag) {
    return keys.stream().anyMatch(key -> key.tag() == tag);
  }
}
