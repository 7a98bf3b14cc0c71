package org.hilum.epidemic.bulletin.content;

import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.wording.Phrase;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;

/** What a bulletin is called: its kind, and the place it is about. */
public final class Title {

  private Title() {}

  /** The title. */
  public static String of(Bulletin bulletin, Wording wording, PlaceNames names) {
    var about =
        bulletin
            .scope()
            .place()
            .map(names::of)
            .orElseGet(() -> wording.text(Phrase.ALL_PLACES, bulletin.places().size()));
    return wording.text(Phrase.TITLE) + " \u00b7 " + about;
  }
}
