package org.hilum.imaging.reporting.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.hilum.imaging.reporting.lettering.Lettering.EmbeddableFont;
import org.hilum.imaging.reporting.lettering.Lettering.Weight;
import org.w3c.dom.Document;

/**
 * Turns a page of markup into a PDF file that is the same at every run: fonts embedded, dates and
 * identifier taken from the reading.
 *
 * <p>Source: PDF/A-2u (ISO 19005-2).
 */
final class PdfPrinter {

  private static final Pattern CREATE_DATE =
      Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfPrinter() {}

  /**
   * What the file says of itself.
   *
   * @param producer program and version
   * @param identity the same for the same reading
   */
  record About(String producer, ZonedDateTime at, String identity) {}

  static byte[] print(Document page, List<EmbeddableFont> fonts, About about) {
    XRLog.setLoggingEnabled(false);
    var out = new ByteArrayOutputStream(1 << 20);
    try (var renderer = builder(page, fonts, about, out).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      settle(renderer.getPdfDocument(), about);
      renderer.getPdfDocument().save(out);
    } catch (IOException failed) {
      throw new UncheckedIOException("the PDF could not be laid out", failed);
    }
    return out.toByteArray();
  }

  /** Puts the reading's date and identity in place of the clock's. */
  private static void settle(PDDocument document, About about) throws IOException {
    var information = document.getDocumentInformation();
    information.setCreationDate(GregorianCalendar.from(about.at()));
    information.setModificationDate(null);
    document.setDocumentId((long) about.identity().hashCode());
    var catalog = document.getDocumentCatalog();
    var metadata = new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8);
    // The information dictionary and the metadata must agree (ISO 19005-2, 6.6.3).
    var dated = CREATE_DATE.matcher(metadata).replaceAll("$1" + SECONDS.format(about.at()) + "$2");
    catalog.setMetadata(
        new PDMetadata(document, new ByteArrayInputStream(dated.getBytes(StandardCharsets.UTF_8))));
  }

  private static PdfRendererBuilder builder(
      Document page, List<EmbeddableFont> fonts, About about, ByteArrayOutputStream out) {
    var builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    for (var font : fonts) {
      builder.useFont(
          () -> new ByteArrayInputStream(font.file()),
          font.family(),
          font.weight() == Weight.BOLD ? BOLD : REGULAR,
          FontStyle.NORMAL,
          false);
    }
    builder.withProducer(about.producer());
    builder.withW3cDocument(page, null);
    builder.toStream(out);
    return builder;
  }
}
