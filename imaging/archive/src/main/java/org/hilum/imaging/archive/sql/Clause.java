package org.hilum.imaging.archive.sql;

import java.util.List;

/**
 * A piece of a statement with the values of its question marks.
 *
 * @param sql never holds anything that came from outside
 */
record Clause(String sql, List<Object> values) {

  Clause {
    values = List.copyOf(values);
  }

  static Clause of(String sql, Object... values) {
    return new Clause(sql, List.of(values));
  }
}
