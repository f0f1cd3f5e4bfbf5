/** First sentences of people who liked it. */
export const GOOD_OPENINGS: readonly string[] = [
  "Bought it on a whim, stayed for {hours} hours.",
  "{hours} hours in and I still find new things.",
  "I do not write reviews, but {title} deserves one.",
  "One of the nicest surprises of the year.",
  "Came for the screenshots, stayed for everything else.",
  "My partner has asked me to stop talking about {title}.",
  "Exactly what I hoped it would be.",
  "I was sceptical after the trailer. I was wrong.",
  "{studio} knows precisely what it is doing.",
  "Best thing I have played since the spring.",
  "Took a week off work. No regrets.",
  "Played the demo, bought it five minutes later.",
  "A friend would not shut up about this, and now neither will I.",
  "Small game, huge heart.",
  "This is the one I recommend to people who say they have no time for games.",
  "Wishlisted it for a year, and it was worth the wait.",
  "Did not expect to like this, and here I am at {hours} hours.",
  "A full-price game for less than full price.",
  "Confident, odd and completely itself.",
  "I laughed, I swore, I stayed up until three.",
  "{title} does one thing, and does it better than anyone.",
  "Runs smoothly, looks lovely, plays even better.",
  "The kind of game that I will remember in ten years.",
  "Gifted it to two people already.",
  "So much better than it has any right to be.",
  "Easily worth the price.",
  "An instant favourite in our house.",
];

/** First sentences of people who did not. */
export const BAD_OPENINGS: readonly string[] = [
  "I wanted to love this.",
  "There is a good game in here somewhere.",
  "Looks great in screenshots, plays like one.",
  "Gave up after {hours} hours.",
  "Cannot recommend it in its current state.",
  "The first hour is wonderful. Then it repeats.",
  "Not for me, and I am the target audience.",
  "Disappointing after the last game from {studio}.",
  "Wait for a sale. A deep one.",
  "Too many rough edges for the price.",
  "I really tried.",
  "Promising, unfinished.",
  "Crashed four times in {hours} hours.",
  "It was better before the last patch.",
  "Feels like an early version of something good.",
  "Refunded, bought again at a discount, still no.",
  "All style.",
  "Nobody seems to have tested this with a mouse.",
];

/** First sentences of the undecided. */
export const MIXED: readonly string[] = [
  "A hesitant thumb.",
  "Good ideas, uneven execution.",
  "Somewhere between fine and frustrating.",
  "Ask me again after the next patch.",
  "Depends a lot on your patience.",
  "I have enjoyed about two thirds of my {hours} hours.",
  "Solid, if you know what you are getting into.",
  "Half of {title} is brilliant.",
  "Worth it at a discount.",
  "Three stars, and they were not easy to decide on.",
];

/** General praise. */
export const GOOD_MIDDLES: readonly string[] = [
  "Everything about the sound is superb.",
  "It respects your time.",
  "Plays beautifully on a handheld.",
  "The tutorial is short and actually teaches.",
  "Load times are next to nothing.",
  "The settings menu alone deserves a prize: remap anything, scale anything.",
  "Not a single bug in {hours} hours.",
  "Small details everywhere.",
  "I love that it never holds your hand.",
  "Patches have been frequent, and every one made it better.",
  "The art direction carries even the quiet parts.",
  "It is clear that somebody cared.",
  "My ten-year-old and I both love it, for different reasons.",
  "Controls feel exactly right.",
  "Even on my old laptop it holds its frame rate.",
];

/** General complaints. */
export const BAD_MIDDLES: readonly string[] = [
  "Frame rate falls apart in busy scenes.",
  "The interface fights you at every step.",
  "My save was lost twice.",
  "The difficulty jumps up for no reason halfway through.",
  "Key bindings reset after every update.",
  "Half of the menus ignore the controller.",
  "It keeps explaining what I already know.",
  "The map is useless and the game needs a map.",
  "Performance on the deck is poor.",
  "Support answered after three weeks, with a form letter.",
  "Text is tiny on a television.",
];

/** What people who like a game still mention. */
export const QUIBBLES: readonly string[] = [
  "Could use a few more save slots.",
  "A bit short, but better short than bloated.",
  "Subtitles could be larger.",
  "The middle drags a little.",
  "I would pay for more of it.",
  "Some textures load late.",
  "Menus are slow with a mouse.",
  "It took me a while to find the option to turn off motion blur.",
  "Had one crash, lost nothing.",
  "Translation is rough in places.",
];

/** Last sentences of people who liked it. */
export const GOOD_ENDS: readonly string[] = [
  "Buy it.",
  "Worth every cent.",
  "Waiting for the sequel already.",
  "Play it with headphones.",
  "Please make more games like this.",
  "Go in blind.",
  "Ten out of ten, would lose sleep again.",
  "Thank you, {studio}.",
  "Even better with a friend.",
  "I will buy whatever they do next.",
  "Get it on sale if you must, but get it.",
  "Start with the harder setting.",
  "Do not look anything up.",
  "Now excuse me, one more round.",
  "An easy recommendation.",
  "My game of the year so far.",
];

/** Last sentences of people who did not. */
export const BAD_ENDS: readonly string[] = [
  "Maybe in a year.",
  "I will change this review if they fix it.",
  "Such a shame.",
  "Save your money.",
  "Look at gameplay videos first.",
  "Back to my backlog.",
  "I hope that the next one learns from it.",
  "At half the price, perhaps.",
  "Refund requested.",
  "The community deserves better.",
];

/** First sentences for games that have a beginning and an end. */
export const STORY_OPENINGS: readonly string[] = [
  "Finished it last night and immediately started again.",
  "Ignore the slow first chapter.",
  "It starts slowly. Give it two hours, then cancel your plans.",
  "I finished it in three evenings and missed it on the fourth.",
];

/** Praise for games that have a beginning and an end. */
export const STORY_MIDDLES: readonly string[] = [
  "The writing is sharp without showing off.",
  "The last hour is extraordinary.",
  "There is no padding at all.",
  "It ends exactly when it should.",
];

/** Complaints about games that have a beginning and an end. */
export const STORY_COMPLAINTS: readonly string[] = [
  "Voice acting is all over the place.",
  "Cutscenes cannot be skipped, and they should be.",
  "Too much walking between the good parts.",
];

/** What people mention of games with a body to move and things to carry. */
export const QUEST_QUIBBLES: readonly string[] = [
  "The last boss is a spike, be warned.",
  "One star off for the escort section. You will know it.",
  "Minor complaint: the inventory needs a sort button.",
  "The camera has its moments.",
];
