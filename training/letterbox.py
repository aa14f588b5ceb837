"""The preprocessing of the deployed model: upright photo, centred letterbox, triangle filter.

The app does the same in `core`; a change here is a change there.
"""

import numpy as np
from PIL import Image

from .settings import HEIGHT, PAD_VALUE, WIDTH


def letterbox(image: Image.Image, width: int = WIDTH, height: int = HEIGHT) -> np.ndarray:
    """RGB photo to uint8 [height, width, 3]. Divide by 255 and put channels first to feed the model."""
    scale = min(width / image.width, height / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    frame = Image.new("RGB", (width, height), (PAD_VALUE,) * 3)
    inner = image.resize(size, Image.Resampling.BILINEAR, reducing_gap=None)
    frame.paste(inner, ((width - size[0]) // 2, (height - size[1]) // 2))
    return np.asarray(frame)
