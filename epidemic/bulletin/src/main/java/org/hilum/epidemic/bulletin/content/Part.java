package org.hilum.epidemic.bulletin.content;

import java.util.List;

/**
 * A section of the bulletin with its own heading.
 *
 * @param id its address within a page
 * @param isScenario whether it tells what would be if, and no forecast: it is set apart
 */
public record Part(String id, String heading, boolean isScenario, List<Block> blocks) {

  public Part {
    blocks = List.copyOf(blocks);
  }
}
