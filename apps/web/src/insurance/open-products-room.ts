import { addTexts } from '../i18n/add-texts.ts';
import { productsEn } from '../i18n/products-en.ts';
import { productsZhCn } from '../i18n/products-zh-cn.ts';
import { ProductsPage } from './products-page.tsx';

/** The page of insurance products with its texts, loaded when it is first opened; those of the team's room around it come with that. */
export function openProductsRoom() {
  addTexts({ en: productsEn, 'zh-CN': productsZhCn });
  return { ProductsPage };
}
