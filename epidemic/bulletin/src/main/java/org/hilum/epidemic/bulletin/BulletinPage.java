package org.hilum.epidemic.bulletin;

import org.hilum.epidemic.bulletin.html.HtmlPage;

/** The bulletin as a page of HTML that asks nothing of the network. */
public final class BulletinPage {

  private BulletinPage() {}

  /** The page, UTF-8. */
  public static String of(Bulletin bulletin, Language language, Addresses addresses) {
    return HtmlPage.of(bulletin, language, addresses);
  }

  /** The page where there is no bulletin yet. */
  public static String none(Language language, String otherLanguage) {
    return HtmlPage.none(language, otherLanguage);
  }

  /** What a content security policy names to let the page's own script run. */
  public static String scriptHash() {
    return HtmlPage.scriptHash();
  }
}
