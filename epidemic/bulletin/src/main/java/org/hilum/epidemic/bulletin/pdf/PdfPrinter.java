package org.hilum.epidemic.bulletin.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.w3c.dom.Document;

/**
 * Turns a page of markup into a tagged PDF file that is the same at every run: fonts embedded with
 * the letters used, dates and identifier taken from the bulletin.
 *
 * <p>Source: PDF/UA-1 (ISO 14289-1) for the tags.
 */
final class PdfPrinter {

  private static final String LATIN = "/fonts/ttf/SourceSansPro/SourceSansPro-";
  private static final String CHINESE = "/fonts/ttf/NotoSansSC/NotoSansSC-";

  /** From here on (CJK radicals) the Latin font has nothing. */
  private static final int FAR = 0x2e80;

  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  private PdfPrinter() {}

  static byte[] print(
      Document page, ChartDrawer charts, String producer, LocalDate day, String identity) {
    XRLog.setLoggingEnabled(false);
    var out = new ByteArrayOutputStream(1 << 20);
    try (var renderer = builder(page, charts, producer, out).buildPdfRenderer()) {
      renderer.createPDFWithoutClosing();
      var document = renderer.getPdfDocument();
      var information = document.getDocumentInformation();
      information.setCreationDate(GregorianCalendar.from(day.atStartOfDay(ZoneOffset.UTC)));
      information.setModificationDate(null);
      document.setDocumentId((long) identity.hashCode());
      document.save(out);
    } catch (IOException failed) {
      throw new UncheckedIOException("the PDF could not be laid out", failed);
    }
    return out.toByteArray();
  }

  private static PdfRendererBuilder builder(
      Document page, ChartDrawer charts, String producer, ByteArrayOutputStream out) {
    var builder = new PdfRendererBuilder();
    builder.usePdfUaAccessibility(true);
    font(builder, LATIN + "Regular.ttf", "HilumLatin", REGULAR);
    font(builder, LATIN + "SemiBold.ttf", "HilumLatin", BOLD);
    if (isChinese(page)) {
      font(builder, CHINESE + "Regular.ttf", "HilumChinese", REGULAR);
      font(builder, CHINESE + "Bold.ttf", "HilumChinese", BOLD);
    }
    var drawers = new DefaultObjectDrawerFactory();
    drawers.registerDrawer(ChartDrawer.TYPE, charts);
    builder.useObjectDrawerFactory(drawers);
    builder.withProducer(producer);
    builder.withW3cDocument(page, null);
    builder.toStream(out);
    return builder;
  }

  /** Twenty megabytes of letters are opened only where a text needs them. */
  private static boolean isChinese(Document page) {
    return page.getDocumentElement().getTextContent().codePoints().anyMatch(each -> each >= FAR);
  }

  private static void font(PdfRendererBuilder builder, String file, String family, int weight) {
    builder.useFont(() -> open(file), family, weight, FontStyle.NORMAL, true);
  }

  private static InputStream open(String resource) {
    var in = PdfPrinter.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IllegalStateException("the font library is not on the class path: " + resource);
    }
    return in;
  }
}
