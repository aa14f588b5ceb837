"""The sentences of the model card that are not numbers. `{...}` are filled in from the metrics."""

CANNOT = """- **It does not name species**, count individuals, or tell who a person is.
- **It misses animals.** On {cameras} photos of European trail cameras it misses {missed} at its typical
  threshold: small, distant, dark or blurred bodies, of which few pixels are left at the size it works at. Never delete
  photos it calls blank without a look.
- On close-ups (an ear, fur against the lens) of the one camera with blanks of its own, it misses {fox_miss} when 5 % of
  the blanks may raise an alarm (area {fox}).
- **People at night were never seen.** No real infra-red photo of a person, and few of people cut off at the waist, were
  in the training data; both were imitated. On imitations it finds {trail} at 5 % false alarms. Use the conservative
  threshold where privacy matters, and look at what it lets through.
- **It takes some animals for people**: at the conservative threshold {animals_held} of the photos of animals that
  certainly show nobody are held back for a look, and an ocelot in a flash is called a person.
- **It overlooks people far away** in forest and grass, of about 2 % of the frame or less: in training only cut-out people
  stood in such places.
- **Its boxes are rough**, and those of people often leave out head or arms: the labels of one source end at the neck.
- **It sees animals in some blanks**: at the typical threshold in {fox_blanks} of those of the camera above, elsewhere in
  bright trunks close to the lamp and in tangles of branches.
- Most people in the training photos are whole and in towns, most animals are large mammals in daylight. Birds in
  flight, reptiles, insects, fish, arboreal and underwater cameras are close to untested.
- Thresholds for people and vehicles were measured on photos that are not from trail cameras. Check them on yours.
- It needs the photo, not a sequence: what only movement shows, it cannot see."""

USES = """- Sorting out likely blanks, ordering photos by what is probably in them, drawing boxes for a person to confirm.
- Holding back photos that may show people until someone has looked.
- Not for: wildlife statistics without review, identification of people, surveillance, safety at roads or machines."""

RETRAIN = """`python -m training.run --dataset FOLDER --out models/lookout --minutes 100` (see `training/README.md`);
`python -m training.evaluate --dataset FOLDER` measures the shipped file again and rewrites this card."""
