package org.hilum.imaging.reporting.pdf;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hilum.imaging.reporting.lettering.Lettering;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page under construction, as a tree of elements: text is put in as text, so nothing in a name or
 * a description can be taken for markup.
 */
final class Markup {

  private final Document document;
  private final Lettering lettering;
  private final StringBuilder letters = new StringBuilder();
  private boolean leftOut;

  Markup(Lettering lettering) {
    this.lettering = lettering;
    try {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
    } catch (ParserConfigurationException impossible) {
      throw new IllegalStateException("every Java platform builds documents", impossible);
    }
  }

  Document document() {
    return document;
  }

  Element root(String language) {
    var html = document.createElement("html");
    html.setAttribute("lang", language);
    document.appendChild(html);
    return html;
  }

  /** Adds an element of a class, empty for none. */
  Element add(Element parent, String name, String styleClass) {
    var element = document.createElement(name);
    if (!styleClass.isEmpty()) {
      element.setAttribute("class", styleClass);
    }
    parent.appendChild(element);
    return element;
  }

  /** Adds an element with a text. */
  Element add(Element parent, String name, String styleClass, String text) {
    var element = add(parent, name, styleClass);
    text(element, text);
    return element;
  }

  /** Adds a text; what no font can show stands as a box. */
  void text(Element parent, String text) {
    parent.appendChild(document.createTextNode(shown(text)));
  }

  /** A text as it will be shown; remembered, so that the fonts hold its letters. */
  String shown(String text) {
    var printable = text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    var shown = lettering.shown(printable);
    leftOut |= !shown.equals(printable);
    letters.append(shown);
    return shown;
  }

  /** Whether some character was left out because no font has it. */
  boolean hasLeftOut() {
    return leftOut;
  }

  /** All texts so far. */
  String letters() {
    return letters.toString();
  }
}
