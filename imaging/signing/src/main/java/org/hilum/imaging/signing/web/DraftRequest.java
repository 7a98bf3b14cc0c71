package org.hilum.imaging.signing.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.hilum.imaging.reporting.Language;
import org.hilum.imaging.signing.Communication;
import org.hilum.imaging.signing.ReportDraft;
import org.hilum.imaging.signing.ReportDraft.Written;
import org.hilum.imaging.signing.ReportSection;
import org.hilum.imaging.signing.SigningReason;
import org.hilum.imaging.signing.SigningRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a person wrote.
 *
 * @param revision that it was written over; 0 for the first
 * @param language {@code en} or {@code zh}
 * @param communication who was told of a critical result
 */
public record DraftRequest(
    @Nullable Integer revision,
    @Nullable String language,
    @Nullable Boolean isCritical,
    @Nullable CommunicationRequest communication,
    @Nullable List<@Nullable SentenceRequest> sentences) {

  static final int LONGEST_TEXT = 4000;
  private static final int LONGEST_WORDS = 200;
  private static final int MOST_SENTENCES = 200;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  /** A sentence as it was written. */
  public record SentenceRequest(
      @Nullable String id, @Nullable ReportSection section, @Nullable String text) {}

  /**
   * Who was told, how and when.
   *
   * @param at with its offset from UTC
   */
  public record CommunicationRequest(
      @Nullable String to, @Nullable String how, @Nullable String at) {}

  ReportDraft draft() throws SigningRefusal {
    if (revision == null || revision < 0) {
      throw malformed("revision is the one the draft was written over, 0 for the first");
    }
    return new ReportDraft(
        revision, language(language), isCritical != null && isCritical, told(), written());
  }

  static Language language(@Nullable String tag) throws SigningRefusal {
    return switch (tag == null ? "" : tag) {
      case "en" -> Language.ENGLISH;
      case "zh", "zh-CN" -> Language.CHINESE;
      default -> throw malformed("language is en or zh");
    };
  }

  private @Nullable Communication told() throws SigningRefusal {
    if (communication == null) {
      return null;
    }
    return new Communication(
        words("communication.to", communication.to(), LONGEST_WORDS),
        words("communication.how", communication.how(), LONGEST_WORDS),
        moment(words("communication.at", communication.at(), LONGEST_WORDS)));
  }

  private static Instant moment(String said) throws SigningRefusal {
    try {
      return OffsetDateTime.parse(said).toInstant();
    } catch (DateTimeParseException unreadable) {
      throw malformed("communication.at is a moment like 2026-01-01T08:00:00+08:00");
    }
  }

  private List<Written> written() throws SigningRefusal {
    if (sentences == null || sentences.size() > MOST_SENTENCES) {
      throw malformed("sentences are wanted, at most " + MOST_SENTENCES);
    }
    var ids = new HashSet<String>();
    var written = new ArrayList<Written>();
    for (var sentence : sentences) {
      if (sentence == null
          || sentence.id() == null
          || !ID.matcher(sentence.id()).matches()
          || !ids.add(sentence.id())) {
        throw malformed("each sentence has an id of its own, of letters, digits and ._-");
      }
      if (sentence.section() == null) {
        throw malformed("section is FINDINGS or IMPRESSION");
      }
      written.add(new Written(sentence.id(), sentence.section(), text(sentence.text())));
    }
    return written;
  }

  private static String text(@Nullable String said) throws SigningRefusal {
    var text = said == null ? "" : said.strip();
    if (text.length() > LONGEST_TEXT || UNPRINTABLE.matcher(text).find()) {
      throw malformed("a sentence has at most " + LONGEST_TEXT + " printable characters");
    }
    return text;
  }

  /** What somebody wrote, and which is needed. */
  static String words(String name, @Nullable String said, int longest) throws SigningRefusal {
    var words = said == null ? "" : said.strip();
    if (words.isEmpty() || words.length() > longest || UNPRINTABLE.matcher(words).find()) {
      throw malformed(name + " is needed, in at most " + longest + " printable characters");
    }
    return words;
  }

  static SigningRefusal malformed(String words) {
    return new SigningRefusal(SigningReason.REQUEST_MALFORMED, words);
  }
}
