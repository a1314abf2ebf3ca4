// SPDX-License-Identifier: MIT
// How people read what the pages show.

export const words = (headline) => headline.replaceAll('_', ' ');
// The badges below a place: a sign and the words of a headline.
export const badges = async (place) => (await place.locator('.badge').allInnerTexts()).map((text) => text.trim());
export const headlines = async (place) => (await badges(place)).map((text) => text.replace(/^\S+ /, ''));
