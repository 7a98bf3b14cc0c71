package org.hilum.imaging.evaluation;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One case of an evaluation.
 *
 * @param line of the manifest, from 1
 * @param id told apart from all others
 * @param image NIfTI file, or folder, zip or file of DICOM CT
 * @param lungs reference mask of the lungs, if drawn
 * @param opacity reference mask of opacities, if drawn
 * @param setAside mask of places whose opacity counts for nothing, if drawn
 * @param lesionFree whether the lungs are known to hold no opacity, but for what is set aside
 * @param patient whose chest it is; cases of one patient are never counted as two
 * @param group cases that are summed up together; may be empty
 * @param network folder of the network for this case; empty for the one that is shipped
 * @param spacingKnown false when the spacing of the file is a guess: then neither millilitres nor
 *     millimetres are measured
 */
public record ManifestRow(
    int line,
    String id,
    Path image,
    Optional<MaskSource> lungs,
    Optional<MaskSource> opacity,
    Optional<MaskSource> setAside,
    boolean lesionFree,
    String patient,
    String group,
    Optional<Path> network,
    boolean spacingKnown) {}
