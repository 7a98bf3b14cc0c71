package org.hilum.epidemic.bulletin.html;

import org.hilum.epidemic.bulletin.Addresses;
import org.hilum.epidemic.bulletin.Bulletin;
import org.hilum.epidemic.bulletin.wording.PlaceNames;
import org.hilum.epidemic.bulletin.wording.Wording;

/** What every section of a page is made from. */
record Ground(
    Html html, Bulletin bulletin, Wording wording, PlaceNames names, Addresses addresses) {

  /** A heading with an address of its own. */
  void heading(String id, String text) {
    html.element("h2", text, "id", id);
  }

  /** The name of a place, linked where it has a page. */
  void place(String name) {
    var address = addresses.places().get(name);
    if (address == null) {
      html.text(names.of(name));
    } else {
      html.element("a", names.of(name), "href", address);
    }
  }
}
