package org.hilum.epidemic.bulletin.chart;

import java.util.List;

/**
 * Shapes in the order they are drawn.
 *
 * @param words what the picture shows, for who cannot see it
 */
public record Picture(double width, double height, String words, List<Mark> marks) {

  public Picture {
    marks = List.copyOf(marks);
  }
}
