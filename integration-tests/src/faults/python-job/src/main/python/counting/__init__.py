# SPDX-License-Identifier: Apache-2.0
"""What workers import, so that it has to be sent to them."""
