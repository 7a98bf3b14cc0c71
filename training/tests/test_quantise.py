"""The integer graph: close to the float graph, whole in its shapes, smaller on disk."""

import tempfile
import unittest
from pathlib import Path

import onnx
import torch

from chest_opacity import export, quantise
from tests.test_export import stirred_network


class QuantiseTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            cls.network = stirred_network()
            export.write_onnx(cls.network, Path(folder) / "n.onnx")
            cls.model = onnx.load(str(Path(folder) / "n.onnx"))
        cls.slices = torch.from_numpy(export.drawn_input())
        found = quantise.ranges(cls.model, [cls.slices])
        cls.integer = quantise.quantised(cls.model, found)

    def test_the_interpreter_says_what_the_network_says(self):
        with torch.no_grad():
            said = self.network(self.slices)
        found = quantise.run(self.model, self.slices)["logits"]
        self.assertLess(float((said - found).abs().max()), 1e-3)

    def test_integers_change_logits_little(self):
        exact = quantise.run(self.model, self.slices)["logits"]
        rounded = quantise.run(self.integer, self.slices)["logits"]
        spread = float(exact.max() - exact.min())
        self.assertGreater(spread, 0.1)
        self.assertLess(float((exact - rounded).abs().mean()), 0.03 * spread)

    def test_every_convolution_reads_integers(self):
        made_by = {o: n for n in self.integer.graph.node for o in n.output}
        convolutions = [n for n in self.integer.graph.node if n.op_type == "Conv"]
        self.assertEqual(len(convolutions), 22)
        for node in convolutions:
            for name in node.input:
                self.assertEqual(made_by[name].op_type, "DequantizeLinear")

    def test_the_file_is_a_third_of_the_size(self):
        self.assertLess(self.integer.ByteSize(), 0.4 * self.model.ByteSize())


if __name__ == "__main__":
    unittest.main()
