# SPDX-License-Identifier: Apache-2.0
import unittest
from decimal import Decimal

from running import needs


@needs("pyspark")
class RowFittingTest(unittest.TestCase):
    def fit(self, *rows):
        from pyspark.sql.types import (
            ArrayType,
            DecimalType,
            DoubleType,
            IntegerType,
            StringType,
            StructField,
            StructType,
        )
        from spark_maven_testing.rows import RowFitting

        schema = StructType(
            [
                StructField("id", IntegerType(), False),
                StructField("name", StringType()),
                StructField("price", DecimalType(4, 2)),
                StructField("sizes", ArrayType(DoubleType())),
            ]
        )
        return RowFitting(schema).fit(rows)

    def test_fits_whole_numbers_without_loss(self):
        fitted = self.fit((1, "a", 3, [1, 2.5, None]))

        self.assertEqual([(1, "a", Decimal(3), [1.0, 2.5, None])], fitted)
        self.assertIs(float, type(fitted[0][3][0]))

    def test_takes_rows_by_name(self):
        self.assertEqual(
            [(1, None, None, None)],
            self.fit({"sizes": None, "price": None, "name": None, "id": 1}),
        )

    def test_tells_all_that_does_not_fit(self):
        with self.assertRaises(ValueError) as raised:
            self.fit(
                (None, 7, Decimal("1.555"), None),
                (1,),
                {"id": 1, "name": "a", "cost": 1},
                5,
            )

        lines = str(raised.exception).splitlines()[1:]
        self.assertEqual(
            [
                "  row 1, column id: null in a column that is NOT NULL",
                "  row 1, column name: 7 is no text",
                "  row 1, column price: 1.555 has too many digits for DECIMAL(4,2)",
                "  row 2 has 1 values, the schema has 4 columns",
                "  row 3 lacks price, sizes; None stands for null",
                "  row 4 is 5, but can be a tuple, a dict or a Row",
            ],
            lines,
        )


if __name__ == "__main__":
    unittest.main()
