package org.hilum.server;

import java.util.List;
import java.util.stream.Stream;
import org.hilum.epidemic.bulletin.BulletinReason;
import org.hilum.epidemic.economy.EconomyReason;
import org.hilum.epidemic.forecasting.ForecastingReason;
import org.hilum.epidemic.forecasting.TransmissionReason;
import org.hilum.epidemic.surveillance.SurveillanceReason;
import org.hilum.imaging.archive.ArchiveReason;
import org.hilum.imaging.comparison.ComparisonReason;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.dicom.DicomReason;
import org.hilum.imaging.evaluation.EvaluationReason;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.lobes.LobeReason;
import org.hilum.imaging.quantification.QuantityReason;
import org.hilum.imaging.reading.ReadingReason;
import org.hilum.imaging.reporting.ReportingReason;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.signing.SigningReason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.volume.VolumeReason;
import org.hilum.imaging.worklist.WorklistReason;
import org.hilum.platform.jobs.JobsReason;

/** Every reason code of the program, for {@code ./hilum explain} and the page of codes. */
public final class ReasonCodes {
  private ReasonCodes() {}

  /** All codes, leaf by leaf in the order the data flows. */
  public static List<ReasonCode> all() {
    return Stream.<ReasonCode[]>of(
            DicomReason.values(),
            ArchiveReason.values(),
            IntakeReason.values(),
            VolumeReason.values(),
            SegmentationReason.values(),
            LobeReason.values(),
            QuantityReason.values(),
            ComparisonReason.values(),
            ReportingReason.values(),
            ReadingReason.values(),
            WorklistReason.values(),
            CorrectionReason.values(),
            SigningReason.values(),
            EvaluationReason.values(),
            jobs(),
            surveillance(),
            forecasting(),
            economy(),
            bulletin())
        .flatMap(Stream::of)
        .toList();
  }

  /**
   * What the platform and the epidemic line say, which do not know the readings' word for codes.
   */
  private record OtherCode(String code, String meaning) implements ReasonCode {}

  private static ReasonCode[] jobs() {
    return Stream.of(JobsReason.values())
        .map(reason -> new OtherCode(reason.code(), reason.meaning()))
        .toArray(ReasonCode[]::new);
  }

  private static ReasonCode[] surveillance() {
    return Stream.of(SurveillanceReason.values())
        .map(reason -> new OtherCode(reason.code(), reason.meaning()))
        .toArray(ReasonCode[]::new);
  }

  private static ReasonCode[] forecasting() {
    return Stream.concat(
            Stream.of(ForecastingReason.values())
                .map(reason -> new OtherCode(reason.code(), reason.meaning())),
            Stream.of(TransmissionReason.values())
                .map(reason -> new OtherCode(reason.code(), reason.meaning())))
        .toArray(ReasonCode[]::new);
  }

  private static ReasonCode[] bulletin() {
    return Stream.of(BulletinReason.values())
        .map(reason -> new OtherCode(reason.code(), reason.meaning()))
        .toArray(ReasonCode[]::new);
  }

  private static ReasonCode[] economy() {
    return Stream.of(EconomyReason.values())
        .map(reason -> new OtherCode(reason.code(), reason.meaning()))
        .toArray(ReasonCode[]::new);
  }
}
