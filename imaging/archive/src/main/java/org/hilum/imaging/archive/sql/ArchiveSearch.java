package org.hilum.imaging.archive.sql;

import java.util.List;
import javax.sql.DataSource;
import org.hilum.imaging.archive.ArchiveQuery;
import org.hilum.imaging.dicom.DataSet;

/** Placeholder until the search lands. */
final class ArchiveSearch {
  ArchiveSearch(DataSource source) {}

  List<DataSet> search(ArchiveQuery query) {
    throw new UnsupportedOperationException();
  }
}
