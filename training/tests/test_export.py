"""The export: folding changes nothing, the file has the names, shapes and operators promised."""

import gzip
import json
import tempfile
import unittest
from pathlib import Path

import numpy as np
import onnx
import torch

from chest_opacity import export, quantise
from chest_opacity.network import OpacityNetwork, folded, parameter_count

PLAIN = {"Constant", "Conv", "Relu", "MaxPool", "Resize", "Concat", "ReduceMean"}


def stirred_network() -> OpacityNetwork:
    """A network whose batch normalisations have seen something."""
    torch.manual_seed(3)
    network = OpacityNetwork().train()
    with torch.no_grad():
        network(torch.rand(4, 3, 64, 64))
    return network.eval()


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.network = stirred_network()
        self.folder = tempfile.TemporaryDirectory()
        self.file = Path(self.folder.name) / "network.onnx"

    def tearDown(self):
        self.folder.cleanup()

    def test_folding_changes_no_logit(self):
        slices = torch.rand(2, 3, 256, 256)
        with torch.no_grad():
            difference = (self.network(slices) - folded(self.network)(slices)).abs().max()
        self.assertLess(float(difference), 1e-4)

    def test_the_file_is_small_plain_and_named_as_promised(self):
        export.write_onnx(self.network, self.file)
        graph = onnx.load(str(self.file)).graph
        onnx.checker.check_model(str(self.file))
        self.assertEqual([i.name for i in graph.input], ["slices"])
        self.assertEqual([o.name for o in graph.output], ["logits", "features"])
        sizes = [d.dim_value for d in graph.input[0].type.tensor_type.shape.dim]
        self.assertEqual(sizes, [0, 3, 0, 0])
        self.assertLessEqual({n.op_type for n in graph.node}, PLAIN)
        self.assertLess(self.file.stat().st_size, 5_000_000)

    def test_the_file_gives_the_logits_of_the_network(self):
        try:
            import onnxruntime
        except ImportError:
            self.skipTest("ONNX Runtime for Python is not installed; Java checks the golden files.")
        export.write_onnx(self.network, self.file)
        slices = torch.rand(2, 3, 256, 256)
        session = onnxruntime.InferenceSession(str(self.file), providers=["CPUExecutionProvider"])
        found = session.run(None, {"slices": slices.numpy()})[0]
        with torch.no_grad():
            np.testing.assert_allclose(found, self.network(slices).numpy(), atol=1e-3)

    def test_a_crop_away_from_its_edges_has_the_logits_of_the_whole(self):
        slices = torch.rand(1, 3, 256, 256)
        with torch.no_grad():
            whole = self.network(slices)[..., 96:160, 96:160]
            crop = self.network(slices[..., 16:240, 16:240])[..., 80:144, 80:144]
        self.assertLess(float((whole - crop).abs().max()), 1e-3)

    def test_the_golden_files_read_back_as_described(self):
        folder = Path(self.folder.name) / "golden"
        export.write_onnx(self.network, self.file)
        model = onnx.load(str(self.file))
        slices = torch.from_numpy(export.drawn_input())
        integer = quantise.quantised(model, quantise.ranges(model, [slices]))
        export.write_golden(self.network, integer, folder)
        described = json.loads((folder / "golden.json").read_text())
        for part in (described["input"], described["logits"], described["reference"]["logits"]):
            raw = gzip.decompress((folder / part["file"]).read_bytes())
            values = np.frombuffer(raw, "<f4").reshape(part["shape"])
            self.assertTrue(np.isfinite(values).all())
        self.assertEqual(len(described["reference"]["features"]), 64)
        self.assertLess(sum(f.stat().st_size for f in folder.iterdir()), 600_000)

    def test_the_network_is_modest(self):
        self.assertTrue(250_000 < parameter_count(self.network) < 450_000)


if __name__ == "__main__":
    unittest.main()
