package org.hilum.epidemic.bulletin.html;

import java.util.ArrayDeque;
import java.util.Deque;
import org.hilum.epidemic.bulletin.chart.Picture;
import org.hilum.epidemic.bulletin.chart.Svg;

/** A page under construction: text goes in as text, and cannot be taken for markup. */
final class Html {

  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /** The first line of a page. */
  Html doctype() {
    out.append("<!doctype html>\n");
    return this;
  }

  /** Opens an element; attributes as name and value in turn, empty values are left out. */
  Html open(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    open.push(name);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element that has no inside. */
  Html single(String name, String... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  /** An element with a text. */
  Html element(String name, String text, String... attributes) {
    return open(name, attributes).text(text).close();
  }

  private void start(String name, String... attributes) {
    out.append('<').append(name);
    for (int n = 0; n < attributes.length; n += 2) {
      if (!attributes[n + 1].isEmpty()) {
        out.append(' ').append(attributes[n]).append("=\"");
        out.append(Svg.escaped(attributes[n + 1])).append('"');
      }
    }
  }

  Html text(String text) {
    out.append(Svg.escaped(text));
    return this;
  }

  Html picture(Picture picture) {
    out.append(Svg.of(picture));
    return this;
  }

  /** Style and script of our own, as they are. */
  Html own(String element, String content) {
    out.append('<').append(element).append('>').append(content);
    out.append("</").append(element).append('>');
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
    return out.toString();
  }
}
