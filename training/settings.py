"""The few numbers that the rest of the training code shares."""

CLASSES = ("animal", "person", "vehicle")
ANIMAL, PERSON, VEHICLE = range(3)
KNOWN_LETTERS = "apv"  # letters of the dataset's `known` column, in class order

WIDTH, HEIGHT = 320, 240  # network input, pixels
EARLY_WIDTH, EARLY_HEIGHT = 256, 192  # cheaper input of the first part of the schedule
PAD_VALUE = 114  # grey of the letterbox bars, 0-255

STRIDES = (8, 16)  # pixels per cell of the two output grids
SEED = 20260

HOLD_OUT_OBJECTS = 0.10  # share of people, vehicle and empty photos never trained on
HOLD_OUT_ANIMALS = 0.05
MAXIMUM_BOXES = 32  # labelled boxes per training sample

MODEL_ID = "lookout"
MODEL_VERSION = "0.3.0"
INT8_FILE = "lookout.int8.onnx"
