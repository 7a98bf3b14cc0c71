package org.hilum.imaging.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hilum.imaging.comparison.Comparison;
import org.hilum.imaging.comparison.ComparisonResult.Compared;
import org.hilum.imaging.comparison.ComparisonResult.ComparisonRefused;
import org.hilum.imaging.comparison.ComparisonSettings;
import org.hilum.imaging.comparison.LungAlignment;
import org.hilum.imaging.comparison.PairComparison;
import org.hilum.imaging.comparison.ReadingComparer;
import org.hilum.imaging.reading.ComparisonOutcome.DatesCompared;
import org.hilum.imaging.reading.ComparisonOutcome.DatesRefused;
import org.hilum.imaging.reading.place.ComparisonFolder;
import org.hilum.imaging.reporting.ComparedFindings;
import org.hilum.imaging.reporting.ComparisonDicomWriter;
import org.hilum.imaging.reporting.ComparisonJson;
import org.hilum.imaging.reporting.ComparisonPages;
import org.hilum.imaging.reporting.HandCorrection;
import org.hilum.imaging.reporting.KeyPage;
import org.hilum.imaging.reporting.ReadingFindings;
import org.hilum.imaging.reporting.RefusedComparison;
import org.hilum.imaging.vocabulary.Reason;

/** The comparison of some dates: each step in order, any of which may refuse. */
final class DateComparison {

  private static final String DICOM = "dicom";

  private final ReadingJob job;
  private final ComparisonSettings settings;
  private final List<ReadingFindings> readings;
  private final StepClock clock = new StepClock();

  DateComparison(ReadingJob job, ComparisonSettings settings, List<ReadingFindings> readings) {
    this.job = job;
    this.settings = settings;
    this.readings = readings;
  }

  ComparisonOutcome compare(Path out) throws IOException {
    var folder = ComparisonFolder.open(out);
    try {
      var outcome = compare(folder);
      folder.putInPlace();
      return outcome;
    } catch (IOException | RuntimeException fault) {
      folder.abandon();
      throw fault;
    }
  }

  private ComparisonOutcome compare(ComparisonFolder folder) throws IOException {
    var dated = readings.stream().map(DatedReadings::of).toList();
    var result =
        new ReadingComparer(new LungAlignment())
            .compare(dated, settings, done -> progress(ReadingStep.COMPARISON, done));
    clock.lap(ReadingStep.COMPARISON.key());
    return switch (result) {
      case ComparisonRefused refused -> refused(refused, folder);
      case Compared(var comparison) -> compared(comparison, folder);
    };
  }

  private ComparisonOutcome compared(Comparison comparison, ComparisonFolder folder)
      throws IOException {
    var findings = said(new ComparedFindings(comparison, inOrderOf(comparison)));
    progress(ReadingStep.REPORTING, 0);
    var language = job.settings().language();
    var pages = new ComparisonPages().write(findings, language, folder.unfinished());
    clock.lap("pages");
    progress(ReadingStep.REPORTING, 0.6);
    var objects =
        new ComparisonDicomWriter()
            .write(
                findings,
                language,
                new KeyPage(pages.pdf(), pages.keyPage()),
                folder.unfinished().resolve(DICOM));
    clock.lap(DICOM);
    var files = new ArrayList<>(pages.files());
    objects.objects().forEach(each -> files.add(DICOM + "/" + each.file().getFileName()));
    var times = clock.times();
    ComparisonJson.write(findings, times, files, folder.unfinished());
    progress(ReadingStep.REPORTING, 1);
    return new DatesCompared(findings, times, objects.remarks(), folder.place());
  }

  /** Every pair says whose corrections it rests on. */
  private static ComparedFindings said(ComparedFindings found) {
    var comparison = found.comparison();
    var pairs = comparison.pairs().stream().map(pair -> said(pair, found)).toList();
    return new ComparedFindings(
        new Comparison(comparison.readings(), pairs, comparison.lesions(), comparison.course()),
        found.readings());
  }

  private static PairComparison said(PairComparison pair, ComparedFindings found) {
    var corrections =
        IntStream.of(pair.prior(), pair.current())
            .boxed()
            .flatMap(n -> correction(found.readings().get(n)).stream());
    return new PairComparison(
        pair.prior(),
        pair.current(),
        pair.days(),
        pair.alignment(),
        pair.regions(),
        Stream.concat(pair.remarks().stream(), corrections).toList());
  }

  private static Optional<Reason> correction(ReadingFindings reading) {
    return reading
        .correction()
        .map(HandCorrection::remark)
        .map(said -> new Reason(said.code(), said.message(), DatedReadings.place(reading)));
  }

  /** The comparer may have put the dates into another order. */
  private List<ReadingFindings> inOrderOf(Comparison comparison) {
    return comparison.readings().stream()
        .map(
            dated ->
                readings.stream()
                    .filter(reading -> reading.volume().equals(dated.volume()))
                    .findFirst()
                    .orElseThrow())
        .toList();
  }

  private ComparisonOutcome refused(ComparisonRefused refused, ComparisonFolder folder)
      throws IOException {
    var said =
        new RefusedComparison(
            readings,
            refused.reasons(),
            refused.failedAlignment(),
            ZonedDateTime.now(job.tools().clock()),
            job.tools().software());
    var pictures =
        new ComparisonPages().write(said, job.settings().language(), folder.unfinished());
    ComparisonJson.write(said, pictures, folder.unfinished());
    return new DatesRefused(refused.reasons(), folder.place());
  }

  private void progress(ReadingStep step, double fraction) {
    job.listener().progress("", step, fraction);
  }
}
