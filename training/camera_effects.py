"""What a trail camera does to a picture: infra-red, flash, noise, blur, fog, compression, info bars.

All work on 8-bit Pillow images, which is several times faster than floats on a CPU.
"""

import io

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

CANVAS = (480, 360)  # vignettes and noise are drawn once at this size, then cropped and stretched


def draw_vignettes(random: np.random.Generator, count: int = 48) -> list[Image.Image]:
    """Falloff of an infra-red flash: bright around a point, dark towards the corners."""
    y, x = np.mgrid[0:1:180j, 0:1:240j]
    masks = []
    for _ in range(count):
        centre_x, centre_y = random.uniform(0.25, 0.75), random.uniform(0.35, 0.95)
        distance = np.hypot((x - centre_x) / random.uniform(0.5, 1.3), (y - centre_y) / random.uniform(0.5, 1.3))
        darkest = random.uniform(0.10, 0.7)
        light = darkest + (1 - darkest) * np.exp(-((distance / random.uniform(0.45, 0.9)) ** 2))
        masks.append(Image.fromarray((light * 255).clip(0, 255).astype(np.uint8)))
    return masks


def draw_noise(random: np.random.Generator, count: int = 24) -> list[np.ndarray]:
    """Sensor noise of standard deviation 32 grey levels, half of the tiles blotchy, int8."""
    tiles = []
    for number in range(count):
        field = random.normal(0, 1, (CANVAS[1], CANVAS[0]))
        if number % 2:
            field = field + np.roll(field, 1, 0) + np.roll(field, 1, 1) + np.roll(field, 1, (0, 1))
        tiles.append((field / field.std() * 32).clip(-127, 127).astype(np.int8))
    return tiles


class CameraEffects:
    def __init__(self, random: np.random.Generator):
        self.vignettes, self.noise = draw_vignettes(random), draw_noise(random)

    def tone(self, random, image: Image.Image, strength: float = 1.0) -> Image.Image:
        """Gamma, contrast and white balance as one table per channel."""
        ramp = np.linspace(0, 1, 256)
        gamma = np.exp(random.normal(0, 0.22 * strength))
        contrast = np.exp(random.normal(0, 0.17 * strength))
        middle, lift = random.uniform(0.3, 0.6), random.normal(0, 0.04 * strength)
        curve = (ramp**gamma - middle) * contrast + middle + lift
        tables = [curve * np.exp(random.normal(0, 0.05 * strength)) for _ in range(3)]
        return image.point([int(v) for v in (np.concatenate(tables) * 255).clip(0, 255)])

    def infra_red(self, random, image: Image.Image) -> Image.Image:
        """Grey of a random channel mix, lit by the flash, dark around it, whites blown now and then."""
        mix = random.dirichlet([2.0, 2.0, 1.2])
        grey = image.convert("L", (*mix, 0))
        ramp = np.linspace(0, 1, 256)
        gain = random.uniform(1.3, 2.4) if random.random() < 0.15 else random.uniform(0.75, 1.3)
        grey = grey.point([int(v) for v in (ramp ** np.exp(random.normal(0.1, 0.28)) * gain * 255).clip(0, 255)])
        if random.random() < 0.8:
            mask = self.vignettes[random.integers(len(self.vignettes))].resize(image.size)
            grey = ImageChops.multiply(grey, mask)
        if random.random() < 0.5:
            floor = random.uniform(0, 0.16)
            scale = random.uniform(0.5, 1.0)
            grey = grey.point([int(v) for v in ((floor + ramp * scale) * 255).clip(0, 255)])
        if random.random() < 0.75:
            return Image.merge("RGB", [grey] * 3)
        tint = random.normal(0, 3, 3)  # some cameras' night photos are faintly pink or blue
        return Image.merge("RGB", [grey.point([int(min(max(v + t, 0), 255)) for v in range(256)]) for t in tint])

    def grain(self, random, image: Image.Image, amount: float) -> Image.Image:
        """Adds noise of `amount` grey levels; the same in all channels half of the time."""
        width, height = image.size
        pixels = np.asarray(image).astype(np.int16)
        tile = self.noise[random.integers(len(self.noise))]
        x, y = random.integers(CANVAS[0] - width + 1), random.integers(CANVAS[1] - height + 1)
        grain = tile[y : y + height, x : x + width].astype(np.int16)
        factor = int(amount * 8)  # of 256, since the tiles have 32 grey levels
        return Image.fromarray((pixels + ((grain * factor) >> 8)[..., None]).clip(0, 255).astype(np.uint8))

    def blur(self, random, image: Image.Image) -> Image.Image:
        """Out of focus, or dragged along a line."""
        if random.random() < 0.6:
            return image.filter(ImageFilter.GaussianBlur(random.uniform(0.4, 1.8)))
        kernel = np.zeros((5, 5))
        along = {0: (2, slice(None)), 1: (slice(None), 2)}.get(int(random.integers(4)))
        if along is None:
            kernel = np.eye(5) if random.random() < 0.5 else np.fliplr(np.eye(5))
        else:
            kernel[along] = 1
        return image.filter(ImageFilter.Kernel((5, 5), kernel.flatten().tolist(), kernel.sum()))

    def fog(self, random, image: Image.Image) -> Image.Image:
        veil = Image.new("RGB", image.size, (int(random.uniform(120, 235)),) * 3)
        return Image.blend(image, veil, random.uniform(0.15, 0.55))

    def compress(self, random, image: Image.Image) -> Image.Image:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=int(random.integers(25, 80)))
        return Image.open(buffer).convert("RGB")

    def soften(self, random, image: Image.Image) -> Image.Image:
        """Fewer real pixels than the frame has, as in photos that were enlarged."""
        share = random.uniform(0.45, 0.85)
        small = image.resize((int(image.width * share), int(image.height * share)), Image.Resampling.BILINEAR)
        return small.resize(image.size, Image.Resampling.BILINEAR)

    def info_bar(self, random, image: Image.Image) -> Image.Image:
        """A strip with date, moon and temperature at the top, the bottom, or both."""
        image = image.copy()
        pen, (width, height) = ImageDraw.Draw(image), image.size
        for side in random.permutation(["top", "bottom"])[: random.integers(1, 3)]:
            tall = int(height * random.uniform(0.03, 0.09))
            top = 0 if side == "top" else height - tall
            dark = random.random() < 0.75
            if random.random() < 0.8:
                pen.rectangle((0, top, width, top + tall), fill=(random.integers(0, 40) if dark else 235,) * 3)
            ink = (int(random.integers(190, 255)),) * 3 if dark else (int(random.integers(0, 60)),) * 3
            low, high = (2010, 1, 1, 0, 0, 0, -15), (2027, 13, 29, 24, 60, 60, 35)
            text = "{}-{:02d}-{:02d}  {:02d}:{:02d}:{:02d}   {}C".format(*random.integers(low, high))
            pen.text((random.uniform(0, width * 0.6), top), text, fill=ink, font_size=max(6, tall * 0.8))
        return image

    def apply(self, random, image: Image.Image, night: bool) -> Image.Image:
        image = self.tone(random, image)
        if random.random() < 0.10:
            image = self.soften(random, image)
        if random.random() < 0.12:
            image = self.blur(random, image)
        if night:
            image = self.infra_red(random, image)
        elif random.random() < 0.08:
            image = image.convert("L").convert("RGB")
        if random.random() < 0.05:
            image = self.fog(random, image)
        if random.random() < (0.65 if night else 0.3):
            image = self.grain(random, image, random.uniform(1.0, 11.0 if night else 7.0))
        if random.random() < 0.2:
            image = self.compress(random, image)
        return self.info_bar(random, image) if random.random() < 0.3 else image
