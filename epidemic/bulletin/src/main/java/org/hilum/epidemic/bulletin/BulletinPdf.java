package org.hilum.epidemic.bulletin;

import org.hilum.epidemic.bulletin.pdf.PdfPage;

/** The bulletin as a tagged PDF file of A4 pages. */
public final class BulletinPdf {

  private BulletinPdf() {}

  /** The file; the same bytes for the same bulletin. */
  public static byte[] of(Bulletin bulletin, Language language) {
    return PdfPage.of(bulletin, language);
  }
}
