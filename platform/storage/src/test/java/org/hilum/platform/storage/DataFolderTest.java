package org.hilum.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DataFolderTest {

  @Test
  void a_plain_folder_has_a_name_of_its_own_in_the_data_folder() {
    var data = new DataFolder(Path.of("/data"));
    assertThat(data.plain(Set.of("notes"))).isEqualTo(Map.of("notes", Path.of("/data/notes")));
    for (var name : List.of("..", ".", "", "a/b", "/a", "database", "lock", "../data/objects")) {
      assertThatThrownBy(() -> data.plain(Set.of(name)))
          .as(name)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
