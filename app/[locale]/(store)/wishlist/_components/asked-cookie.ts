/** Cookie that keeps whom the question about mail was put away by, so that the first paint is without it. */
export const MAIL_ASKED_COOKIE = "kratos_wish_mail";
