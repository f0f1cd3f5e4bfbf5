import type { GenreSlug } from "@/jobs/simulate/world/genres";

type Remarks = { readonly good: readonly string[]; readonly bad: readonly string[] };

/** What players say about games of a genre. */
export const GENRE_REMARKS: Readonly<Record<GenreSlug, Remarks>> = {
  action: {
    good: [
      "Every hit lands with weight.",
      "The dodge window is generous enough to feel clever.",
      "Combat clicks after the second boss, and then it sings.",
      "I have rarely seen enemies this readable.",
      "The pace never lets go.",
      "Retrying takes a second, so failure never stings.",
    ],
    bad: [
      "Hit boxes are a lottery.",
      "The lock-on picks whichever enemy matters least.",
      "Enemies soak up damage instead of getting smarter.",
      "Input lag makes parrying a coin toss.",
      "You will fight the same three enemies for hours.",
    ],
  },
  adventure: {
    good: [
      "I cared about every single person in it.",
      "The ending has been in my head for days.",
      "You can feel the place, the weather, the wood.",
      "Dialogue that sounds like people.",
      "I took more screenshots than on my last holiday.",
      "The mystery plays fair.",
    ],
    bad: [
      "The story runs out of road before the credits do.",
      "Too many conversations that go nowhere.",
      "Choices are announced, then forgotten.",
      "I guessed the twist in the first chapter.",
      "Backtracking, and then more backtracking.",
    ],
  },
  strategy: {
    good: [
      "The AI makes mistakes like a human does, and punishes mine.",
      "Every decision costs something.",
      "One more turn until the birds were singing.",
      "Deep, but you can explain it in five minutes.",
      "No two campaigns of mine went the same way.",
      "The economy and the war finally belong to the same game.",
    ],
    bad: [
      "The AI cheats, and badly.",
      "Late game is a slog of notifications.",
      "One opening beats everything.",
      "Numbers go up and nothing changes.",
      "Path finding sends my army through the swamp, every time.",
    ],
  },
  fps: {
    good: [
      "Gun handling is superb.",
      "Maps have a flow that you learn by heart.",
      "Sound tells you everything, buy headphones.",
      "Matchmaking found me fair games at midnight.",
      "Recoil feels earned, not random.",
      "The best shotgun in any shooter, fight me.",
    ],
    bad: [
      "Servers lag at peak hours.",
      "Spawns are broken on half of the maps.",
      "Time to kill is all over the place.",
      "Cheaters in every third lobby.",
      "The weapons sound like staplers.",
    ],
  },
  simulation: {
    good: [
      "I learned an actual trade here.",
      "It is honest about how the thing works, and that makes it fun.",
      "My evenings have disappeared.",
      "Watching it all run is pure joy.",
      "The detail is absurd in the best way.",
      "Relaxing without being empty.",
    ],
    bad: [
      "The economy is solved after two hours.",
      "Vehicles get stuck on pebbles.",
      "It simulates everything but fun.",
      "Progress is gated behind waiting.",
      "Once the machine runs there is nothing left to do.",
    ],
  },
  puzzle: {
    good: [
      "Every solution made me feel like a genius, the next room like a fool.",
      "One idea, explored to the very end.",
      "The hint system is a work of art.",
      "No filler puzzles, I kept count.",
      "I drew diagrams on napkins.",
      "It teaches without a word.",
    ],
    bad: [
      "Some solutions are guesswork.",
      "The jump in difficulty at the halfway point is brutal.",
      "I knew the answer and still fought the controls.",
      "Repeats its best trick too often.",
    ],
  },
  "battle-royale": {
    good: [
      "Finally one in which the first ten minutes matter.",
      "Queues are quick, even on weekdays.",
      "Every match writes its own story.",
      "Solo is as good as squads.",
      "The final circle is always tense.",
    ],
    bad: [
      "You loot for fifteen minutes and die to a bush.",
      "The population drops off at night.",
      "Ranked is full of smurfs.",
      "The map needs fewer rocks and more reasons.",
    ],
  },
  multiplayer: {
    good: [
      "We have not laughed like this in years.",
      "Family game night is saved.",
      "Anyone can pick it up in a minute.",
      "Works flawlessly with my friends abroad.",
      "Even losing is funny.",
    ],
    bad: [
      "Dead without a group.",
      "Disconnects kick everybody back to the lobby.",
      "Fun for an evening, then you have seen it.",
      "No bots to fill empty seats.",
    ],
  },
  survival: {
    good: [
      "The first night is terrifying, the thirtieth is home.",
      "Crafting that makes sense.",
      "Exploration is rewarded at every turn.",
      "I built a house and now I worry about the weather.",
      "Tense in all the right ways.",
      "The base building alone is worth it.",
    ],
    bad: [
      "Hunger drains as if I were running a marathon.",
      "Inventory management, the game.",
      "The endgame is missing.",
      "Trees, rocks, repeat.",
      "Lost a base to a bug, not to a monster.",
    ],
  },
  card: {
    good: [
      "The combos are outrageous.",
      "Runs are short enough for a lunch break and long enough to matter.",
      "Every card has a use, I was wrong about all of them.",
      "Balanced without being dull.",
      "My first win took nine runs, and I loved every loss.",
    ],
    bad: [
      "The random draws decide too much.",
      "One archetype wins everything.",
      "Animations are slow and cannot be sped up.",
      "Unlocks take far too long.",
    ],
  },
  rpg: {
    good: [
      "The companions are the best written in years.",
      "My choices came back to haunt me thirty hours later.",
      "Builds matter and respecs are free.",
      "Side quests better than other games’ main stories.",
      "A world that does not wait for you.",
      "I read every book on every shelf.",
    ],
    bad: [
      "Loot is boring.",
      "Level scaling ruins any sense of growth.",
      "The quest log broke in the second act.",
      "Too many fetch quests for a game that promised none.",
      "Combat turns into a chore.",
    ],
  },
  "open-world": {
    good: [
      "You see a hill, you go there, and there is something on it.",
      "Getting lost is the best part.",
      "No checklist, only curiosity.",
      "The horizon is worth the price alone.",
      "It feels inhabited.",
    ],
    bad: [
      "Beautiful and empty.",
      "Travel takes longer than the quests.",
      "The same camp, copied forty times.",
      "Pop-in everywhere on my machine.",
    ],
  },
  sandbox: {
    good: [
      "My daughter built a castle, I built a bridge to it.",
      "The tools stay out of the way.",
      "Physics that you can trust, and abuse.",
      "I have not followed an objective in weeks.",
      "The community’s creations are incredible.",
    ],
    bad: [
      "Without goals it runs dry.",
      "Large builds bring it to its knees.",
      "Undo does not always undo.",
      "Multiplayer desyncs as soon as things move.",
    ],
  },
  moba: {
    good: [
      "Games are short enough to be forgiven.",
      "Every hero feels viable.",
      "The friendliest ranked I have played.",
      "Clear visuals even in big fights.",
      "Comebacks are possible, and they happen.",
    ],
    bad: [
      "Matchmaking throws beginners to wolves.",
      "Balance changes every week, not for the better.",
      "One leaver ruins half an hour.",
      "The chat. You know.",
    ],
  },
};

/** What players say about games that carry a tag. */
export const TAG_REMARKS: Readonly<Record<string, Remarks>> = {
  Horror: {
    good: ["I played with the lights on.", "It scares with silence rather than noise."],
    bad: ["Not scary, only loud."],
  },
  Cozy: { good: ["Like a warm blanket.", "The perfect thing after a bad day."], bad: ["So cosy that I fell asleep."] },
  "Co-op": {
    good: ["Brilliant with a friend.", "Co-op joins and leaves without a hitch."],
    bad: ["Co-op progress only counts for the host."],
  },
  "Great Soundtrack": {
    good: ["The soundtrack has moved into my kitchen.", "Bought the score as well."],
    bad: ["The music is the best part, and not by a little."],
  },
  Difficult: { good: ["Hard, fair, and I am a better person now."], bad: ["Hard for the sake of it."] },
  "Story Rich": { good: ["The story got me, completely."], bad: ["The plot takes itself far too seriously."] },
  Physics: { good: ["The physics are a toy by themselves."], bad: ["Physics glitches cost me a whole evening."] },
  Roguelike: { good: ["Every run taught me something."], bad: ["Runs feel the same after a while."] },
  "Pixel Graphics": { good: ["Gorgeous pixel work."], bad: ["Pixels are no excuse for unreadable text."] },
  Funny: { good: ["Genuinely funny, which is rare."], bad: ["The jokes wear thin."] },
  Relaxing: {
    good: ["I play it with a podcast and the world goes quiet."],
    bad: ["Relaxing until the timer appears."],
  },
  Underwater: { good: ["The depth is felt in your stomach."], bad: ["Swimming is as slow as it sounds."] },
  Space: { good: ["Space feels enormous and a bit sad, as it should."], bad: ["Long flights with nothing to do."] },
  Building: { good: ["Building is intuitive and strangely moving."], bad: ["Snapping never snaps where I want it."] },
  Stealth: { good: ["Guards react as people would."], bad: ["Guards see through walls on hard."] },
  "Turn-Based Combat": { good: ["Battles are quick and tactical."], bad: ["Too many random battles."] },
  Deckbuilding: { good: ["Deck building with real choices."], bad: ["My deck played itself by the end."] },
  Competitive: { good: ["Climbing the ladder feels earned."], bad: ["Ranked is a second job."] },
  "Family Friendly": { good: ["Perfect for playing with the kids."], bad: ["My kids were bored after a day."] },
  Exploration: { good: ["Curiosity is always paid."], bad: ["There is little out there worth finding."] },
  Crafting: { good: ["Crafting is deep and never a shopping list."], bad: ["Recipes need far too many parts."] },
  Racing: { good: ["Drifting feels fantastic."], bad: ["Rubber-band opponents ruin every race."] },
  VR: { good: ["In VR it is magical."], bad: ["VR mode made me queasy."] },
};
