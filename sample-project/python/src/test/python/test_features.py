import os

from clustering.features import LABEL, label, summary
from job import read
from spark_maven_testing import SparkTestCase

DATA = os.path.join(os.path.dirname(__file__), "..", "..", "..", "..", "data")


class FeaturesTest(SparkTestCase):
    def test_tells_the_two_groups_of_five_rows_apart(self):
        rows = read(self.spark, os.path.join(DATA, "talk.csv"))

        labels = [row[LABEL] for row in label(rows, 2).select(LABEL).collect()]

        self.assertEqual([0, 0, 0, 1, 1], labels)

    def test_finds_short_and_long_eruptions_of_old_faithful(self):
        eruptions = read(self.spark, os.path.join(DATA, "faithful.csv"))

        clusters = summary(eruptions.columns, label(eruptions, 2))

        self.assertFrameEqual(
            clusters.select("size", "eruptions"), [(98, 2.052), (174, 4.296)], tolerance=0.001
        )
