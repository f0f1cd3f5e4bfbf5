/** What Spanish-speaking players write who liked a game. */
export const GOOD_ES: readonly string[] = [
  "Lo compré por curiosidad y ya llevo {hours} horas.",
  "De lo mejor que he jugado este año.",
  "Una pequeña joya, sin más.",
  "El sonido es una maravilla: jugadlo con auriculares.",
  "Respeta tu tiempo y eso se agradece.",
  "Los controles responden de lujo.",
  "{studio} sabe muy bien lo que hace.",
  "Va fluido hasta en mi portátil viejo.",
  "Se nota el cariño en cada detalle.",
  "Ya se lo he regalado a dos amigos.",
  "Una partida más y lo dejo. Mentira.",
  "Vale cada euro que cuesta.",
];

/** What those write who did not. */
export const BAD_ES: readonly string[] = [
  "Quería que me gustara, de verdad.",
  "A las {hours} horas lo dejé por aburrimiento.",
  "Los menús pelean contigo a cada paso.",
  "Muy bonito en las capturas, pero se queda en eso.",
  "Me ha borrado la partida dos veces.",
  "Espera a una buena oferta.",
  "El rendimiento se hunde en cuanto hay gente en pantalla.",
  "Le falta medio año de trabajo.",
  "Estaba mejor antes del último parche.",
];

/** What the undecided write. */
export const MIXED_ES: readonly string[] = [
  "Ni bien ni mal, según el día.",
  "Buenas ideas, ejecución irregular.",
  "Con descuento sí; a precio completo, no lo tengo claro.",
  "Me han gustado dos tercios de mis {hours} horas.",
];

/** Added to a review once a game was mended, or spoilt. */
export const UPDATES = {
  en: {
    better: [
      "Update: the last patch mended nearly everything that I complained about.",
      "Edit: twenty hours later I take half of it back. It grew on me.",
      "Update: they added larger subtitles. One more star.",
    ],
    worse: [
      "Update: the last patch broke my saves. Down it goes.",
      "Edit: the longer I play, the less there is to it.",
      "Update: the servers have been unreliable for weeks.",
    ],
  },
  es: {
    better: ["Edito: el último parche ha arreglado casi todo.", "Edito: con más horas me gusta bastante más."],
    worse: ["Edito: desde el último parche se cierra solo.", "Edito: cuanto más juego, menos le veo."],
  },
} as const;

/** What publishers answer those who are happy, and those who are not. */
export const REPLIES = {
  good: [
    "Thank you for playing, and for writing it down. The whole team has read it.",
    "This made our day at the studio. See you in the next one!",
    "Thank you! If you have not tried the harder setting yet: we think that you would like it.",
  ],
  bad: [
    "We are sorry that it was not for you. The crashes that you mention are mended in the patch of this month.",
    "Thank you for being so clear. Remapping of keys and larger texts come with the next patch.",
    "That should not happen. Please write to our support with your save: we look at each one.",
  ],
} as const;
