package org.hilum.imaging.correction.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.correction.CaseReadings.KeptResult;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.outline.OutlineChange;
import org.hilum.imaging.correction.sql.CorrectionRow;
import org.hilum.imaging.correction.sql.CorrectionTable;
import org.hilum.imaging.correction.sql.EntryRow;
import org.hilum.imaging.reporting.MaskName;
import org.hilum.imaging.volume.LabelResult.LabelsRead;
import org.hilum.imaging.volume.NiftiLabelReader;
import org.hilum.imaging.volume.NiftiWriter;

/** Writes the opacity mask of a revision: the network's file with the steps in force put on it. */
record RevisionMask(CorrectionTable table) {

  void write(KeptResult network, Optional<CorrectionRow> row, int revision, Path file)
      throws CorrectionRefusal, IOException {
    var source = network.file(MaskName.OPACITY.path());
    if (source.isEmpty()) {
      throw new CorrectionRefusal(
          CorrectionReason.NO_READING, "the reading of the case was refused, or its mask is gone");
    }
    if (!(NiftiLabelReader.read(source.get()) instanceof LabelsRead(var mask))) {
      throw new CorrectionRefusal(
          CorrectionReason.NOT_OPENED, "the network's mask cannot be read any more");
    }
    if (row.isPresent()) {
      for (var step : inForce(row.get().id(), revision)) {
        OutlineChange.of(table.kept(row.get().id(), step.revision()).change())
            .paint(mask.labels(), mask.geometry().sliceSize());
      }
    }
    NiftiWriter.write(mask, source.get(), file);
  }

  private List<EntryRow> inForce(long correction, int revision) {
    return History.of(
            table.entries(correction).stream()
                .filter(entry -> entry.revision() <= revision)
                .toList())
        .done();
  }
}
