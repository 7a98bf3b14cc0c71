package org.hilum.imaging.archive.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hilum.imaging.archive.ArchiveKey;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** What a search says of each thing found: every key of its level, with or without a value. */
final class FoundAttributes {

  private final QueryLevel level;
  private final List<ArchiveKey> keys;

  FoundAttributes(QueryLevel level) {
    this.level = level;
    this.keys = ArchiveKey.at(level);
  }

  /** The columns, in the order in which rows are read. */
  String columns() {
    return keys.stream().map(SearchTables::column).collect(Collectors.joining(", "));
  }

  DataSet read(ResultSet row) throws SQLException {
    var found = DataSet.builder().text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192");
    if (level != QueryLevel.PATIENT) {
      found.text(Tag.INSTANCE_AVAILABILITY, Vr.CS, "ONLINE");
    }
    for (int n = 0; n < keys.size(); n++) {
      put(found, keys.get(n), row, n + 1);
    }
    return found.build();
  }

  private static void put(DataSetBuilder found, ArchiveKey key, ResultSet row, int column)
      throws SQLException {
    switch (key.vr()) {
      case IS, US -> number(found, key, row, column);
      default -> text(found, key, row, column);
    }
  }

  private static void text(DataSetBuilder found, ArchiveKey key, ResultSet row, int column)
      throws SQLException {
    if (key == ArchiveKey.MODALITIES_IN_STUDY) {
      var modalities = (String[]) row.getArray(column).getArray();
      found.text(key.tag(), key.vr(), Arrays.copyOf(modalities, modalities.length));
    } else {
      found.text(key.tag(), key.vr(), row.getString(column));
    }
  }

  private static void number(DataSetBuilder found, ArchiveKey key, ResultSet row, int column)
      throws SQLException {
    int number = row.getInt(column);
    boolean isAbsent = row.wasNull();
    boolean isPlainImage = key == ArchiveKey.NUMBER_OF_FRAMES && number == 1;
    if (isPlainImage || isAbsent && key.vr() == Vr.US) {
      return;
    }
    if (isAbsent) {
      found.empty(key.tag(), key.vr());
    } else if (key.vr() == Vr.US) {
      found.unsignedShort(key.tag(), number);
    } else {
      found.integerString(key.tag(), number);
    }
  }
}
