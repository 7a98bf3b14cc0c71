package org.hilum.imaging.archive.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.hilum.imaging.archive.ArchiveKey;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.archive.QueryRefusedException;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.vocabulary.Reason;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Finds what matches in the index.
 *
 * <p>Differs from PS3.4 C.2.2.2 where that helps: a range of study dates with a range of study
 * times always means from one moment to another, and names match in whichever case.
 */
public final class ArchiveSearch {

  /** A search that takes longer is given up, so that it holds up nobody else. */
  private static final int LONGEST_SECONDS = 20;

  private final JdbcTemplate tables;

  public ArchiveSearch(DataSource source) {
    this.tables = new JdbcTemplate(source);
    tables.setQueryTimeout(LONGEST_SECONDS);
  }

  /**
   * What matches, in a stable order.
   *
   * @throws QueryRefusedException naming all keys that cannot be searched by
   */
  public List<DataSet> search(ArchiveQuery query) {
    var conditions = conditions(query);
    var attributes = new FoundAttributes(query.level());
    var from = SearchTables.from(query.level(), mayBeSeen(query.visibility()));
    var values = new ArrayList<>(from.values());
    var sql = new StringBuilder("SELECT " + attributes.columns() + "\n" + from.sql());
    for (var condition : conditions) {
      sql.append("\nAND ").append(condition.sql());
      values.addAll(condition.values());
    }
    sql.append("\nORDER BY ").append(SearchTables.order(query.level())).append(" LIMIT ? OFFSET ?");
    values.add(query.most());
    values.add(query.offset());
    return tables.query(sql.toString(), (row, n) -> attributes.read(row), values.toArray());
  }

  private static Clause mayBeSeen(Visibility visibility) {
    if (visibility.isEverything()) {
      return Clause.of("TRUE");
    }
    var institutions = visibility.institutions().toArray(String[]::new);
    var one = "EXISTS (SELECT 1 FROM archive_audience a WHERE a.study_pk = s.pk";
    return institutions.length == 1
        ? Clause.of(one + " AND a.institution = ?)", institutions[0])
        : Clause.of(one + " AND a.institution = ANY (?::text[]))", (Object) institutions);
  }

  private static List<Clause> conditions(ArchiveQuery query) {
    var reasons = new ArrayList<Reason>();
    var conditions = new ArrayList<Clause>();
    var period = period(query.keys());
    period.ifPresent(conditions::add);
    for (var key : query.keys()) {
      if (period.isPresent() && isOfPeriod(key)) {
        continue;
      }
      var known = ArchiveKey.of(key.tag()).filter(each -> each.isAt(query.level()));
      if (Matching.isUniversal(key.value())) {
        continue;
      }
      if (known.isEmpty()) {
        reasons.add(notAKey(key));
      } else {
        Matching.of(known.get(), key.value(), query.isFuzzy())
            .ifPresentOrElse(conditions::add, () -> reasons.add(notAValue(key)));
      }
    }
    if (!reasons.isEmpty()) {
      throw new QueryRefusedException(reasons);
    }
    return conditions;
  }

  private static boolean isOfPeriod(MatchingKey key) {
    return key.tag() == Tag.STUDY_DATE || key.tag() == Tag.STUDY_TIME;
  }

  /** Combined matching of date and time (PS3.4 C.2.2.2.5), where both are ranges. */
  private static Optional<Clause> period(List<MatchingKey> keys) {
    var dates = valueOf(Tag.STUDY_DATE, keys).flatMap(DateTimeRange::dates);
    var times = valueOf(Tag.STUDY_TIME, keys).flatMap(DateTimeRange::times);
    return dates
        .filter(DateTimeRange::isRange)
        .flatMap(
            days ->
                times
                    .filter(DateTimeRange::isRange)
                    .map(
                        hours ->
                            DateTimeRange.moments("s.study_date", days, "s.study_time", hours)));
  }

  private static Optional<String> valueOf(int tag, List<MatchingKey> keys) {
    return keys.stream().filter(key -> key.tag() == tag).map(MatchingKey::value).findFirst();
  }

  private static Reason notAKey(MatchingKey key) {
    return new Reason(
        ArchiveReason.NOT_A_KEY,
        "the archive cannot be searched by this attribute at this level: leave it out",
        Tag.name(key.tag()));
  }

  private static Reason notAValue(MatchingKey key) {
    return new Reason(
        ArchiveReason.NOT_A_VALUE,
        "this attribute cannot have the value searched for: dates are YYYYMMDD, times HHMMSS,"
            + " ranges from-to, numbers digits",
        Tag.name(key.tag()));
  }
}
