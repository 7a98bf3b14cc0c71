package org.hilum.epidemic.bulletin.pdf;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A page under construction, as a tree of elements: text is put in as text, so nothing in a name
 * can be taken for markup.
 */
final class Markup {

  private static final String CONTROLS = "[\\p{Cntrl}&&[^\n\t]]";

  private final Document document;

  Markup() {
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

  /** Adds a text. */
  void text(Element parent, String text) {
    parent.appendChild(document.createTextNode(text.replaceAll(CONTROLS, "")));
  }
}
