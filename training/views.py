"""Chooses which part of a photo the network sees: all of it, near an object, inside one, anywhere.

A view is a window in photo pixels (left, top, width, height) that may reach beyond the photo;
what lies outside becomes letterbox grey, as in deployment.
"""

import numpy as np
from PIL import Image

from .labels import Photo
from .scene import Layer, Scene, clip_boxes
from .settings import PERSON

Window = tuple[float, float, float, float]
SMALLEST_WINDOW = 24.0  # pixels of the photo
SMALLEST_EDGE_WINDOW = 80.0  # what is smaller is only a blur when enlarged


def whole(random: np.random.Generator, size: tuple[int, int], aspect: float) -> Window:
    """The letterboxed photo, or the photo cropped a little until the bars are gone."""
    width, height = size
    box_width = max(width, height * aspect)
    if random.random() < (0.85 if width < height * aspect else 0.4):  # few cameras are upright
        box_width = random.uniform(min(width, height * aspect), box_width)
    box_width *= random.uniform(0.85, 1.04)
    box_height = box_width / aspect
    free_x, free_y = width - box_width, height - box_height
    return free_x * random.uniform(0.3, 0.7), free_y * random.uniform(0.3, 0.7), box_width, box_height


def near(random, size, aspect, box) -> Window:
    """A window in which the object takes 8 to 90 % of the frame's side, placed at random."""
    left, top, width, height = box
    share = np.exp(random.uniform(np.log(0.10), np.log(0.95)))
    frame = np.sqrt(width * height * aspect) / share
    fits = sorted((size[0], size[1] * aspect))  # widths at which the photo fills the frame, and all of it shows
    limit = 1.1 * fits[random.random() < 0.2]
    frame = min(max(frame, SMALLEST_WINDOW), limit)
    frame_height = frame / aspect
    centre_x = left + width * random.uniform(0.1, 0.9)
    centre_y = top + height * random.uniform(0.1, 0.9)
    x = centre_x - frame * random.uniform(0.1, 0.9)
    y = centre_y - frame_height * random.uniform(0.1, 0.9)
    return _pull_in(x, size[0], frame), _pull_in(y, size[1], frame_height), frame, frame_height


def inside(random, size, aspect, box, class_id) -> Window:
    """A part of the object: legs, backs and arms of people, flanks and ears of animals."""
    left, top, width, height = box
    frame = max(np.sqrt(width * height * aspect) * np.exp(random.uniform(np.log(0.65), np.log(1.4))), SMALLEST_WINDOW)
    frame_height = frame / aspect
    down = random.uniform(0.45, 1.0) if class_id == PERSON and random.random() < 0.7 else random.random()
    centre_x = left + width * random.uniform(-0.05, 1.05)
    centre_y = top + height * down
    x, y = centre_x - frame / 2, centre_y - frame_height / 2
    return _pull_in(x, size[0], frame), _pull_in(y, size[1], frame_height), frame, frame_height


def at_edge(random, size, aspect, box) -> Window | None:
    """A window into which only a part of the object reaches, from one side: a tail, legs, a snout.

    None where the photo has no room for one beside the object.
    """
    start, extent, photo, shape = np.array(box[:2]), np.array(box[2:]), np.array(size), np.array([1, 1 / aspect])
    wanted = np.sqrt(extent.prod() * aspect) / np.exp(random.uniform(np.log(0.12), np.log(0.9)))
    for side in random.permutation(4):
        axis, is_far = side // 2, side % 2  # the object comes in over the window's near side, or its far one
        seen = extent[axis] * random.uniform(0.12, 0.5)
        edge = start[axis] + (seen if is_far else extent[axis] - seen)
        room = (edge if is_far else photo[axis] - edge) / shape[axis]
        frame = shape * min(wanted, room, *(photo / shape))
        if frame[0] < SMALLEST_EDGE_WINDOW:
            continue
        corner = start + extent / 2 - frame * random.uniform(0.05, 0.95, 2)
        corner[axis] = edge - frame[axis] if is_far else edge
        return (*map(_pull_in, corner, photo, frame), *frame)
    return None


def anywhere(random, size, aspect) -> Window:
    width, height = size
    frame = min(width, height * aspect) * random.uniform(0.4, 0.95)
    return random.uniform(0, width - frame), random.uniform(0, height - frame / aspect), frame, frame / aspect


def _pull_in(start: float, length: float, frame: float) -> float:
    """Moves a window back over the photo, so that bars appear only where it is larger."""
    return (length - frame) / 2 if frame > length else min(max(start, 0.0), length - frame)


def choose_window(random: np.random.Generator, photo: Photo, size: tuple[int, int], aspect: float) -> Window:
    aspect = aspect * np.exp(random.normal(0, 0.10))
    draw = random.random()
    if len(photo.boxes) and draw < 0.62:
        number = random.integers(len(photo.boxes))
        box = photo.boxes[number] * [*size, *size]
        if draw < 0.16:
            return inside(random, size, aspect, box, photo.classes[number])
        if draw < 0.28:
            return at_edge(random, size, aspect, box) or near(random, size, aspect, box)
        return near(random, size, aspect, box)
    if draw < 0.86:
        return whole(random, size, aspect)
    return anywhere(random, size, aspect)


def render(image: Image.Image, window: Window, width: int, height: int) -> tuple[Image.Image, Window, int, int]:
    """What the photo shows in a `width` x `height` window, antialiased exactly as in deployment.

    Also the part of the photo that this is. Where the window is larger than the photo, the picture is
    smaller than the frame; the two numbers say where in the frame it belongs.
    """
    left, top, w, h = window
    inner = (max(left, 0), max(top, 0), min(left + w, image.width), min(top + h, image.height))
    x0, x1 = (round((v - left) / w * width) for v in (inner[0], inner[2]))
    y0, y1 = (round((v - top) / h * height) for v in (inner[1], inner[3]))
    size = max(1, x1 - x0), max(1, y1 - y0)
    part = inner[0], inner[1], inner[2] - inner[0], inner[3] - inner[1]
    return image.resize(size, Image.Resampling.BILINEAR, box=inner), part, x0, y0


def look(random: np.random.Generator, photo: Photo, image: Image.Image, width: int, height: int) -> Scene:
    """A random view of a photo with the labels that are left in it."""
    window = choose_window(random, photo, image.size, width / height)
    picture, part, x, y = render(image, window, width, height)
    scale = np.array([width / window[2], height / window[3]] * 2)
    moved = (_corners(photo.boxes, image.size) - [window[0], window[1]] * 2) * scale - [x, y, x, y]
    clipped, there, certain = clip_boxes(moved.astype(np.float32), *picture.size)
    ground = Layer(photo.index, part, (0, 0, *picture.size))
    return Scene(picture, clipped[there], photo.classes[there], certain[there], photo.known.copy(), (x, y), [ground])


def _corners(boxes: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    """Left, top, right, bottom in pixels, from left, top, width, height in 0-1."""
    left_top = boxes[:, :2] * size
    return np.concatenate([left_top, left_top + boxes[:, 2:] * size], 1)
