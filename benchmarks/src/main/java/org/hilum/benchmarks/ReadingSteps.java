package org.hilum.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** The steps of a reading, one by one, on the same drawn study. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
public class ReadingSteps {

  @Benchmark
  public Object intake(DrawnStudy study) throws IOException {
    return study.arrived();
  }

  @Benchmark
  public Object decodeAndBuild(DrawnStudy study) {
    return study.built();
  }

  @Benchmark
  public Object segmentation(DrawnStudy study) {
    return DrawnStudy.segmented(study.volume, study.segmenter);
  }

  @Benchmark
  public Object quantification(DrawnStudy study) {
    return study.measured();
  }
}
